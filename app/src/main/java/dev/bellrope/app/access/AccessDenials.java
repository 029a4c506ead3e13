package dev.bellrope.app.access;

import dev.bellrope.app.web.ErrorPages;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.ProblemResponses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Answers requests of callers who have not signed in, or who lack permission. */
@Component
class AccessDenials implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ProblemResponses problems;

    AccessDenials(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException thrown)
            throws IOException {
        if (ProblemResponses.isApi(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.write(
                    request,
                    response,
                    ProblemException.of(
                            HttpStatus.UNAUTHORIZED,
                            "Not signed in",
                            "Send a token: Authorization: Bearer brt_... An administrator issues tokens."));
        } else if ("true".equals(request.getHeader("HX-Request"))) {
            // The sign-in page cannot replace a part of a page, so htmx loads it as a whole page.
            response.setHeader("HX-Redirect", request.getContextPath() + "/sign-in");
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(request.getContextPath() + "/sign-in");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException thrown)
            throws IOException {
        if (ProblemResponses.isApi(request) && Access.find().isEmpty()) {
            commence(request, response, new InsufficientAuthenticationException("Nobody has signed in.", thrown));
        } else if (ProblemResponses.isApi(request)) {
            problems.write(request, response, ProblemException.forbidden(why(request, thrown)));
        } else {
            request.setAttribute(ErrorPages.WHY, why(request, thrown));
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    private static String why(HttpServletRequest request, AccessDeniedException thrown) {
        if (thrown instanceof CsrfException) {
            return "The page was too old, or the request did not come from a page of ours. Load it again and repeat."
                    + " Programs send a token and need none of this.";
        }
        return Access.find()
                .map(known -> known.program()
                        ? needed(request) + "The token \"" + known.name() + "\" has the scopes "
                                + known.scopes().stream()
                                        .map(Scope::word)
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + "."
                        : needed(request) + "Your role (" + known.role().word()
                                + ") does not cover this. An administrator can help.")
                .orElse("You may not do this.");
    }

    /** Names the missing scope, if the address needs one. */
    private static String needed(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return AccessRules.of(HttpMethod.valueOf(request.getMethod()), path)
                        instanceof AccessRules.AccessNeed.ScopeNeed(Scope scope)
                ? "This needs the scope " + scope.word() + ". "
                : "";
    }
}
