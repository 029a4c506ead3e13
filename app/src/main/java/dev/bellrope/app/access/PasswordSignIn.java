package dev.bellrope.app.access;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs people in by name and password; all reasons for refusal look the same from outside. */
@Component
class PasswordSignIn implements AuthenticationProvider {
    private final Users users;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Audit audit;

    PasswordSignIn(Users users, Passwords passwords, Throttle throttle, Audit audit) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
    }

    /** Thrown after too many failures; {@link #wait} says for how long attempts are ignored. */
    static final class MustWait extends AuthenticationException {
        private final Duration wait;

        MustWait(Duration wait) {
            super("Too many attempts");
            this.wait = wait;
        }

        long seconds() {
            return Math.max(1, wait.plusMillis(999).toSeconds());
        }
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = Objects.toString(attempt.getPrincipal(), "");
        String password = Objects.toString(attempt.getCredentials(), "");
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        Duration wait = throttle.attempt(name, address);
        if (!wait.isZero()) {
            throw new MustWait(wait);
        }
        Optional<User> user = users.findByName(name).filter(found -> !found.isDisabled());
        if (!passwords.matches(password, user.flatMap(User::passwordHash))) {
            // Record the typed name only if it exists: people type passwords into that field.
            audit.record(
                    "system",
                    "nobody",
                    "sign-in refused",
                    user.map(User::signInName).orElse("unknown name"),
                    Map.of());
            throw new BadCredentialsException("refused");
        }
        throttle.succeeded(name, address);
        return new CurrentUserAuthentication(user.orElseThrow().signedIn());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
