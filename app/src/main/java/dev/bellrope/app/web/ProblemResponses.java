package dev.bellrope.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems, from controllers, filters and the security configuration alike. */
@Component
public class ProblemResponses {
    private final JsonMapper json;

    ProblemResponses(JsonMapper json) {
        this.json = json;
    }

    /** Returns whether a request expects JSON (the API) and not HTML (a page). */
    public static boolean isApi(HttpServletRequest request) {
        return isApi(request.getRequestURI().substring(request.getContextPath().length()));
    }

    static boolean isApi(String path) {
        String folder = path + "/";
        return folder.startsWith("/api/") || folder.startsWith("/actuator/");
    }

    /** Answers with a problem. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemException problem)
            throws IOException {
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(detail(problem, request.getRequestURI())));
    }

    /** Returns a problem as the answer of a controller, for handlers of a module's own exceptions. */
    public static ResponseEntity<ProblemDetail> answer(ProblemException problem, HttpServletRequest request) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail(problem, request.getRequestURI()));
    }

    static ProblemDetail detail(ProblemException problem, String path) {
        HttpStatus status = problem.status();
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, problem.detail());
        detail.setTitle(problem.title());
        try {
            detail.setInstance(URI.create(path));
        } catch (IllegalArgumentException unprintable) {
            // An address that is not a URI is left out.
        }
        if (!problem.errors().isEmpty()) {
            detail.setProperty("errors", problem.errors());
        }
        problem.more().forEach((member, value) -> {
            if (member.equals(ProblemException.TYPE)) {
                detail.setType(URI.create(value.toString()));
            } else {
                detail.setProperty(member, value);
            }
        });
        return detail;
    }
}
