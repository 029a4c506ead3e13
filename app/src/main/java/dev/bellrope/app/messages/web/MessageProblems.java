package dev.bellrope.app.messages.web;

import dev.bellrope.app.messages.events.UnknownEventType;
import dev.bellrope.app.messages.webhook.UnfitAddress;
import dev.bellrope.app.web.ProblemError;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.ProblemResponses;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
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
        ProblemException problem = ProblemException.unprocessable(sentence(unknown));
        for (Map.Entry<Integer, String> one : unknown.wrong().entrySet()) {
            problem = problem.with(ProblemError.at("/kinds/" + one.getKey(), one.getValue()));
        }
        return ProblemResponses.answer(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unfit(UnfitAddress unfit, HttpServletRequest request) {
        String detail = sentence(unfit);
        return ProblemResponses.answer(
                ProblemException.unprocessable(detail, ProblemError.at("/url", detail)), request);
    }

    private static String sentence(RuntimeException thrown) {
        return ProblemException.sentence(String.valueOf(thrown.getMessage()));
    }
}
