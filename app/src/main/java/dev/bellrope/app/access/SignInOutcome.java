package dev.bellrope.app.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** What happens after a password was looked at. */
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
        if (authentication instanceof SignedInAuthentication known) {
            SignedIn signedIn = known.getPrincipal();
            audit.record(signedIn.id(), signedIn.name(), "signed in", signedIn.name(), Map.of());
            keepZone(signedIn, request.getParameter("zone"));
        }
        onwards.onAuthenticationSuccess(request, response, authentication);
    }

    /** The browser knows in which zone its person reads times; an unknown one changes nothing. */
    private void keepZone(SignedIn signedIn, @Nullable String zone) {
        if (zone == null || zone.isBlank()) {
            return;
        }
        try {
            ZoneId known = ZoneId.of(zone);
            users.find(UUID.fromString(signedIn.id())).ifPresent(user -> users.setZone(user, known));
        } catch (DateTimeException unknown) {
            // The one kept before stays.
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        String outcome = refused instanceof PasswordSignIn.MustWait wait ? "wait=" + wait.seconds() : "refused";
        response.sendRedirect(request.getContextPath() + "/sign-in?" + outcome);
    }
}
