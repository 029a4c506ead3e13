package dev.bellrope.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets a caller repeat a creating call without creating twice: a POST with an {@code Idempotency-Key} that succeeded is answered
 * from memory for a day. A call that failed is forgotten, so that it can be corrected and repeated.
 */
@Component
@Order(ApiBodies.ORDER + 10)
class RepeatedRequests extends OncePerRequestFilter {
    static final String KEY = "Idempotency-Key";

    private static final Pattern ACCEPTED = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Duration KEPT = Duration.ofHours(24);
    /** After that the node that had begun is taken for dead, and the call may be made again. */
    private static final Duration GIVEN_UP = Duration.ofMinutes(2);

    private final RepeatedRequestsTable table;
    private final Problems problems;
    private final Clock clock;

    RepeatedRequests(RepeatedRequestsTable table, Problems problems, Clock clock) {
        this.table = table;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !Problems.isApi(request) || request.getHeader(KEY) == null;
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
        Instant now = clock.instant();
        table.forgetOne(caller, key, now.minus(KEPT), now.minus(GIVEN_UP));
        if (table.begin(caller, key, hash, now)) {
            call(request, response, chain, caller, key);
        } else {
            repeat(request, response, caller, key, hash);
        }
    }

    private void call(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, String caller, String key)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(request, kept);
            done = kept.getStatus() >= 200 && kept.getStatus() < 300;
            if (done) {
                table.finish(
                        caller,
                        key,
                        new RepeatedRequestsTable.Answer(
                                kept.getStatus(),
                                kept.getContentType(),
                                kept.getHeader(HttpHeaders.LOCATION),
                                kept.getContentAsByteArray()));
            }
        } finally {
            if (!done) {
                table.forget(caller, key);
            }
        }
        kept.copyBodyToResponse();
    }

    private void repeat(
            HttpServletRequest request, HttpServletResponse response, String caller, String key, byte[] hash)
            throws IOException {
        RepeatedRequestsTable.Kept kept = table.find(caller, key).orElse(null);
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
            RepeatedRequestsTable.Answer answer = kept.answer().get();
            response.setStatus(answer.status());
            response.setContentType(answer.contentType());
            if (answer.location() != null) {
                response.setHeader(HttpHeaders.LOCATION, answer.location());
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
