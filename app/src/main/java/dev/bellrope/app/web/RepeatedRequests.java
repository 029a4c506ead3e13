package dev.bellrope.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets callers repeat a POST without creating twice: one with an {@code Idempotency-Key} that succeeded is answered
 * from the stored answer for a day. A call that failed is forgotten, so that it can be corrected and repeated.
 */
@Component
@Order(ApiBodies.ORDER + 10)
public class RepeatedRequests extends OncePerRequestFilter {
    public static final String KEY = "Idempotency-Key";

    private static final Pattern ACCEPTED = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Duration KEPT = Duration.ofHours(24);
    /**
     * After this time, the node that began the call is considered dead, and the call may be made again. It is longer
     * than the database keeps the transaction of a node that hangs. A node that is alive after all finds at the end
     * that its call was given up, and rolls back.
     */
    private static final Duration GIVEN_UP = Duration.ofSeconds(15);

    private final RepeatedRequestTable table;
    private final TransactionTemplate transaction;
    private final List<OwnTransactions> own;
    private final ProblemResponses problems;
    private final Clock clock;

    RepeatedRequests(
            RepeatedRequestTable table,
            TransactionTemplate transaction,
            List<OwnTransactions> own,
            ProblemResponses problems,
            Clock clock) {
        this.table = table;
        this.transaction = transaction;
        this.own = List.copyOf(own);
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !ProblemResponses.isApi(request)
                || request.getHeader(KEY) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(KEY);
        if (!ACCEPTED.matcher(key).matches()) {
            problems.write(
                    request,
                    response,
                    ProblemException.badRequest(
                            "The header Idempotency-Key is wrong.",
                            ProblemError.in(KEY, "Accepted: 1 to 200 printable ASCII characters, such as a UUID.")));
            return;
        }
        Principal principal = request.getUserPrincipal();
        String caller = principal == null ? "anybody" : principal.getName();
        byte[] hash = hash(request);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        table.forgetOne(caller, key, now.minus(KEPT), now.minus(GIVEN_UP));
        if (table.begin(caller, key, hash, now)) {
            call(request, response, chain, new RepeatedRequestTable.BegunCall(caller, key, now));
        } else {
            repeat(request, response, caller, key, hash);
        }
    }

    private void call(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            RepeatedRequestTable.BegunCall begun)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            boolean manyTransactions = own.stream().anyMatch(one -> one.has(request.getRequestURI()));
            done = manyTransactions
                    ? answered(request, kept, chain, begun)
                    : answeredAtOnce(request, kept, chain, begun);
        } catch (TransactionException | DataAccessException lost) {
            response.reset();
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            problems.write(request, response, ExceptionTranslation.of(lost, request));
            return;
        } finally {
            if (!done) {
                forget(begun);
            }
        }
        kept.copyBodyToResponse();
    }

    /**
     * Commits the work of the call and its stored answer together, or neither, wherever the node or the connection
     * fails.
     */
    private boolean answeredAtOnce(
            HttpServletRequest request,
            ContentCachingResponseWrapper kept,
            FilterChain chain,
            RepeatedRequestTable.BegunCall begun)
            throws ServletException, IOException {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                try {
                    boolean done = answered(request, kept, chain, begun);
                    if (!done) {
                        status.setRollbackOnly();
                    }
                    return done;
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                } catch (ServletException failed) {
                    throw new RepeatedCallFailed(failed);
                }
            }));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        } catch (RepeatedCallFailed failed) {
            throw failed.servlet;
        }
    }

    /** Carries a {@link ServletException} out of the lambda of a transaction, which it rolls back. */
    private static final class RepeatedCallFailed extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final ServletException servlet;

        RepeatedCallFailed(ServletException servlet) {
            super(servlet);
            this.servlet = servlet;
        }
    }

    private boolean answered(
            HttpServletRequest request,
            ContentCachingResponseWrapper kept,
            FilterChain chain,
            RepeatedRequestTable.BegunCall begun)
            throws ServletException, IOException {
        chain.doFilter(request, kept);
        if (kept.getStatus() < 200 || kept.getStatus() >= 300) {
            return false;
        }
        boolean finished = table.finish(
                begun,
                new RepeatedRequestTable.StoredAnswer(
                        kept.getStatus(),
                        kept.getContentType(),
                        kept.getHeader(HttpHeaders.LOCATION),
                        kept.getHeader(HttpHeaders.ETAG),
                        kept.getContentAsByteArray()));
        if (!finished) {
            throw new ConcurrencyFailureException("the call took so long that it was made again meanwhile");
        }
        return true;
    }

    private void forget(RepeatedRequestTable.BegunCall begun) {
        try {
            table.forget(begun);
        } catch (DataAccessException away) {
            logger.warn("A failed request will be forgotten later: " + away.getMessage());
        }
    }

    private void repeat(
            HttpServletRequest request, HttpServletResponse response, String caller, String key, byte[] hash)
            throws IOException {
        RepeatedRequestTable.StoredCall kept = table.find(caller, key).orElse(null);
        if (kept != null && !Arrays.equals(kept.requestHash(), hash)) {
            problems.write(
                    request,
                    response,
                    ProblemException.unprocessable(
                            "This Idempotency-Key was used for another request. Take a new key for each creation.",
                            ProblemError.in(KEY, "already used with another address or body")));
        } else if (kept == null || kept.answer().isEmpty()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            problems.write(
                    request,
                    response,
                    ProblemException.of(
                            HttpStatus.CONFLICT,
                            "Still at work",
                            "The first request with this Idempotency-Key is still at work. Repeat in a second."));
        } else {
            RepeatedRequestTable.StoredAnswer answer = kept.answer().get();
            response.setStatus(answer.status());
            response.setContentType(answer.contentType());
            if (answer.location() != null) {
                response.setHeader(HttpHeaders.LOCATION, answer.location());
            }
            if (answer.etag() != null) {
                response.setHeader(HttpHeaders.ETAG, answer.etag());
            }
            response.setHeader("Idempotency-Replayed", "true");
            response.getOutputStream().write(answer.body());
        }
    }

    private static byte[] hash(HttpServletRequest request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String query = request.getQueryString();
            digest.update((request.getRequestURI() + "?" + query + "\n").getBytes(StandardCharsets.UTF_8));
            if (request instanceof BufferedRequest buffered) {
                digest.update(buffered.body());
            } else {
                // The parts of a file are not read here; the length distinguishes most files.
                digest.update(String.valueOf(request.getContentLengthLong()).getBytes(StandardCharsets.UTF_8));
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void prune() {
        table.prune(clock.instant().minus(KEPT));
    }
}
