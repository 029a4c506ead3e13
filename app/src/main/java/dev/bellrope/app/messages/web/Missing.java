package dev.bellrope.app.messages.web;

import java.util.NoSuchElementException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the doors throw, as problems (RFC 9457). */
@RestControllerAdvice(basePackageClasses = Missing.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Missing {
    @ExceptionHandler
    ProblemDetail missing(NoSuchElementException nothing) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(nothing.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail wrong(IllegalArgumentException wrong) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(wrong.getMessage()));
    }
}
