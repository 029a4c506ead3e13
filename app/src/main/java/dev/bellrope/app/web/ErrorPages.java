package dev.bellrope.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The last resort for errors: answers what failed outside of all controllers. */
@Controller
public class ErrorPages implements ErrorController {
    /** The request attribute for a sentence to people, which the sender of an error may set. */
    public static final String WHY = "bellrope.why";

    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request) {
        String path = Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "");
        ProblemException problem = problem(request, path);
        if (ProblemResponses.isApi(path)) {
            return ResponseEntity.status(problem.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(ProblemResponses.detail(problem, path));
        }
        return page(problem);
    }

    private static ProblemException problem(HttpServletRequest request, String path) {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? Objects.requireNonNullElse(HttpStatus.resolve(code), HttpStatus.BAD_REQUEST)
                : HttpStatus.NOT_FOUND;
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            // Tomcat blames the caller with a 4xx status when it could not read a body.
            return thrown instanceof IOException && status.is4xxClientError()
                    ? ExceptionTranslation.cutOff()
                    : ExceptionTranslation.of(thrown, request);
        }
        return switch (status) {
            case NOT_FOUND -> ProblemException.notFound("There is nothing at " + path + ".");
            case FORBIDDEN ->
                ProblemException.forbidden(Objects.toString(request.getAttribute(WHY), "You may not do this."));
            case BAD_REQUEST ->
                ProblemException.badRequest(Objects.toString(request.getAttribute(WHY), "The request is malformed."));
            case INTERNAL_SERVER_ERROR ->
                ExceptionTranslation.unexpected(new IllegalStateException("an error without an exception at " + path));
            default -> ProblemException.of(status, status.getReasonPhrase(), status.getReasonPhrase() + ".");
        };
    }

    /** A page that says what happened, what was kept and what to do. */
    static ModelAndView page(ProblemException problem) {
        ModelAndView page = new ModelAndView("console/error", Map.of("problem", problem));
        page.setStatus(problem.status());
        return page;
    }
}
