package dev.bellrope.app.access;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Finds the signed-in user of the current request. */
public final class Access {
    private Access() {}

    /** Finds the current user; empty on a public page, or in work outside of a request. */
    public static Optional<CurrentUser> find() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CurrentUserAuthentication known
                ? Optional.of(known.getPrincipal())
                : Optional.empty();
    }

    /**
     * Returns the current user.
     *
     * @throws AuthenticationCredentialsNotFoundException when nobody has signed in; the caller is then sent to the
     *     sign-in page
     */
    public static CurrentUser current() {
        return find().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Nobody has signed in."));
    }
}
