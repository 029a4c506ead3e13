package dev.bellrope.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Turns exceptions of controllers into problems for the API and pages for people. */
@ControllerAdvice
@Order(ExceptionResponses.AFTER_THE_MODULES)
class ExceptionResponses {
    /** After the modules' own handlers, and before those of the framework. */
    static final int AFTER_THE_MODULES = -100;

    @ExceptionHandler(Exception.class)
    @Nullable Object any(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException) {
            throw thrown; // the security filter answers these
        }
        if (response.isCommitted() || thrown instanceof AsyncRequestNotUsableException || isAborted(thrown)) {
            return null; // the client has gone
        }
        ProblemException problem = ExceptionTranslation.of(thrown, request);
        HttpHeaders headers = thrown instanceof ErrorResponse spring ? spring.getHeaders() : HttpHeaders.EMPTY;
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        if (ProblemResponses.isApi(request)) {
            headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            return ProblemResponses.answer(problem, request);
        }
        return ErrorPages.page(problem);
    }

    private static boolean isAborted(Exception thrown) {
        return thrown instanceof IOException
                && thrown.getClass().getSimpleName().equals("ClientAbortException");
    }
}
