package dev.bellrope.app.intake.web;

import dev.bellrope.app.intake.SignalNotWaiting;
import dev.bellrope.app.intake.SignalRefused;
import dev.bellrope.app.intake.UnknownAccount;
import dev.bellrope.app.web.ProblemError;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.ProblemResponses;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Turns exceptions of the intake into problems (RFC 9457). */
interface IntakeProblems {
    @ExceptionHandler
    default ResponseEntity<ProblemDetail> refused(SignalRefused refused, HttpServletRequest request) {
        HttpStatus status = switch (refused.reason()) {
            case WRONG -> HttpStatus.BAD_REQUEST;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNKNOWN_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case NOT_SIGNED -> HttpStatus.UNAUTHORIZED;
        };
        ProblemException problem = ProblemException.of(status, status.getReasonPhrase(), refused.why());
        return ProblemResponses.answer(
                refused.pointer().isEmpty() ? problem : problem.with(ProblemError.at(refused.pointer(), refused.why())),
                request);
    }

    @ExceptionHandler
    default ResponseEntity<ProblemDetail> refused(UnknownAccount unknown, HttpServletRequest request) {
        return ProblemResponses.answer(
                ProblemException.unprocessable(unknown.why(), ProblemError.at("/account", unknown.why())), request);
    }

    @ExceptionHandler
    default ResponseEntity<ProblemDetail> refused(SignalNotWaiting not, HttpServletRequest request) {
        return ProblemResponses.answer(ProblemException.conflict(not.why()), request);
    }
}
