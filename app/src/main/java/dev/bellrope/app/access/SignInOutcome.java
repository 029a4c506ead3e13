package dev.bellrope.app.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Handles the outcome of a sign-in. */
@Component
class SignInOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private final SavedRequestAwareAuthenticationSuccessHandler onwards =
            new SavedRequestAwareAuthenticationSuccessHandler();
    private final Users users;
    private final Audit audit;

    SignInOutcome(Users users, Audit audit) {
        this.users = users;
        this.audit = audit;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (authentication instanceof CurrentUserAuthentication known) {
            CurrentUser signedIn = known.getPrincipal();
            audit.record(signedIn.id(), signedIn.name(), "signed in", signedIn.name(), Map.of());
            String zone = Objects.requireNonNullElse(request.getParameter("zone"), "");
            users.find(UUID.fromString(signedIn.id())).ifPresent(user -> users.readingTimesIn(zone, user));
        }
        onwards.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        String outcome = refused instanceof PasswordSignIn.MustWait wait ? "wait=" + wait.seconds() : "refused";
        response.sendRedirect(request.getContextPath() + "/sign-in?" + outcome);
    }
}
