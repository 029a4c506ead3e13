package dev.bellrope.app.access;

import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.ProblemResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Authenticates programs on the API: {@code Authorization: Bearer brt_...}, or {@code ?token=} for webhooks that cannot
 * send a header.
 */
final class BearerTokens extends OncePerRequestFilter {
    static final String PARAMETER = "token";
    private static final String SCHEME = "bearer ";

    private final Tokens tokens;
    private final ProblemResponses problems;

    BearerTokens(Tokens tokens, ProblemResponses problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    /** Returns whether the request carries a token, so that no browser can have been tricked into sending it. */
    static boolean isShown(HttpServletRequest request) {
        return find(request).isPresent();
    }

    private static Optional<String> find(HttpServletRequest request) {
        if (!ProblemResponses.isApi(request)) {
            return Optional.empty();
        }
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Optional.of(header.substring(SCHEME.length()).strip());
        }
        return Optional.of(request)
                .filter(one -> isInAddress(
                        one.getRequestURI().substring(one.getContextPath().length())))
                .flatMap(one -> Optional.ofNullable(one.getParameter(PARAMETER)));
    }

    /** Returns whether an address may carry the token as a parameter. */
    static boolean isInAddress(String path) {
        return path.startsWith("/api/v1/webhooks/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> shown = find(request);
        if (shown.isPresent()) {
            Optional<Tokens.Token> token = tokens.use(shown.get());
            if (token.isEmpty()) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
                problems.write(
                        request,
                        response,
                        ProblemException.of(
                                HttpStatus.UNAUTHORIZED,
                                "Not signed in",
                                "The token is unknown, revoked or expired. An administrator issues tokens."));
                return;
            }
            SecurityContextHolder.setContext(new SecurityContextImpl(
                    new CurrentUserAuthentication(token.get().signedIn())));
        }
        chain.doFilter(request, response);
    }
}
