package dev.bellrope.app.intake.web;

import dev.bellrope.app.intake.SignalNotWaiting;
import dev.bellrope.app.intake.SignalRefused;
import dev.bellrope.app.intake.UnknownAccount;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Turns exceptions of the intake into problems (RFC 9457). */
interface IntakeProblems {
    @ExceptionHandler
    default ResponseEntity<ProblemDetail> refused(SignalRefused refused) {
        return problem(
                switch (refused.reason()) {
                    case WRONG -> HttpStatus.BAD_REQUEST;
                    case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
                    case UNKNOWN_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
                    case NOT_SIGNED -> HttpStatus.UNAUTHORIZED;
                },
                refused.why(),
                refused.pointer());
    }

    @ExceptionHandler
    default ResponseEntity<ProblemDetail> refused(UnknownAccount unknown) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, unknown.why(), "/account");
    }

    @ExceptionHandler
    default ResponseEntity<ProblemDetail> refused(SignalNotWaiting not) {
        return problem(HttpStatus.CONFLICT, not.why(), "");
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail, String pointer) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(status.getReasonPhrase());
        if (!pointer.isEmpty()) {
            problem.setProperty("errors", List.of(Map.of("pointer", pointer, "detail", detail)));
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
