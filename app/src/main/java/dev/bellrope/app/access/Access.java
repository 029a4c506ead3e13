package dev.bellrope.app.access;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is at work in the request at hand. */
public final class Access {
    private Access() {}

    /** Them, or nobody: a public page, or work that no request asked for. */
    public static Optional<CurrentUser> find() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CurrentUserAuthentication known
                ? Optional.of(known.getPrincipal())
                : Optional.empty();
    }

    /**
     * Them.
     *
     * @throws AuthenticationCredentialsNotFoundException when nobody has signed in; the caller is sent to sign in
     */
    public static CurrentUser current() {
        return find().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Nobody has signed in."));
    }
}
