package dev.bellrope.app.messages.web;

import dev.bellrope.app.messages.events.UnknownEventType;
import dev.bellrope.app.messages.webhook.UnfitAddress;
import dev.bellrope.app.web.ProblemError;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.ProblemResponses;
import jakarta.servlet.http.HttpServletRequest;
import java.util.NoSuchElementException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns exceptions of the messages module into problems (RFC 9457). */
@RestControllerAdvice(basePackageClasses = MessageProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class MessageProblems {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(NoSuchElementException nothing, HttpServletRequest request) {
        return ProblemResponses.answer(ProblemException.notFound(sentence(nothing)), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownEventType unknown, HttpServletRequest request) {
        return wrong(unknown, "/kinds/" + unknown.index(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unfit(UnfitAddress unfit, HttpServletRequest request) {
        return wrong(unfit, "/url", request);
    }

    private static ResponseEntity<ProblemDetail> wrong(
            IllegalArgumentException wrong, String pointer, HttpServletRequest request) {
        String detail = sentence(wrong);
        return ProblemResponses.answer(
                ProblemException.unprocessable(detail, ProblemError.at(pointer, detail)), request);
    }

    private static String sentence(RuntimeException thrown) {
        return ProblemException.sentence(String.valueOf(thrown.getMessage()));
    }
}
