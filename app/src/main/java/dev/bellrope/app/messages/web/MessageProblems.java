package dev.bellrope.app.messages.web;

import dev.bellrope.app.messages.events.UnknownEventType;
import dev.bellrope.app.web.ProblemError;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns exceptions of the messages module into problems (RFC 9457). */
@RestControllerAdvice(basePackageClasses = MessageProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class MessageProblems {
    @ExceptionHandler
    ProblemDetail missing(NoSuchElementException nothing) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(nothing.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownEventType unknown) {
        ProblemDetail problem = wrong(unknown);
        problem.setProperty(
                "errors", List.of(ProblemError.at("/kinds/" + unknown.index(), String.valueOf(unknown.getMessage()))));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail wrong(IllegalArgumentException wrong) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(wrong.getMessage()));
    }
}
