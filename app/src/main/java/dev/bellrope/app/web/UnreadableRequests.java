package dev.bellrope.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers requests that the server cannot read or the firewall rejects. The server notices late, when the first
 * parameter or the body is read, and that is often in a filter; on its own it would answer with a failure and log the
 * parameters.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableRequests extends OncePerRequestFilter {
    private final ProblemResponses problems;

    UnreadableRequests(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RequestRejectedException | InvalidParameterException | BadRequestException unreadable) {
            if (response.isCommitted()) {
                return; // too late for an answer
            }
            ProblemException problem = ExceptionTranslation.of(unreadable, request);
            if (ProblemResponses.isApi(request)) {
                problems.write(request, response, problem);
            } else {
                request.setAttribute(ErrorPages.WHY, problem.detail());
                response.sendError(HttpStatus.BAD_REQUEST.value());
            }
        }
    }
}
