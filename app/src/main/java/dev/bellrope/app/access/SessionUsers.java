package dev.bellrope.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps only the user's id and a stamp of their password in the session. Everything else is read on every request, so
 * that a new role, a new password or being disabled takes effect at once on every node.
 */
@Component
public class SessionUsers implements SecurityContextRepository {
    private static final String USER = "bellrope.user";
    private static final int STAMP = 8;

    private final Users users;

    SessionUsers(Users users) {
        this.users = users;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new SessionUser(request);
    }

    private final class SessionUser implements DeferredSecurityContext {
        private final HttpServletRequest request;
        private Optional<SecurityContext> context = Optional.empty();

        SessionUser(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (context.isEmpty()) {
                context = Optional.of(find(request)
                        .<SecurityContext>map(
                                user -> new SecurityContextImpl(new CurrentUserAuthentication(user.signedIn())))
                        .orElseGet(SecurityContextImpl::new));
            }
            return context.get();
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }

    @Override
    @Deprecated
    @SuppressWarnings("deprecation") // the interface still asks for it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() instanceof CurrentUserAuthentication known) {
            users.find(UUID.fromString(known.getPrincipal().id())).ifPresent(user -> keep(user, request));
        } else if (request.getSession(false) instanceof HttpSession session) {
            session.removeAttribute(USER);
        }
    }

    /** Makes the current session that of a user, with their current password. */
    public void keep(User user, HttpServletRequest request) {
        request.getSession().setAttribute(USER, user.id() + ":" + stamp(user));
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return find(request).isPresent();
    }

    private Optional<User> find(HttpServletRequest request) {
        if (!(request.getSession(false) instanceof HttpSession session
                && session.getAttribute(USER) instanceof String kept)) {
            return Optional.empty();
        }
        String id = kept.substring(0, kept.indexOf(':'));
        return users.find(UUID.fromString(id))
                .filter(user -> !user.isDisabled())
                .filter(user -> kept.equals(id + ":" + stamp(user)));
    }

    /** Changes with the password, which ends all other sessions. */
    private static String stamp(User user) {
        return HexFormat.of().formatHex(Secrets.hash(user.passwordHash().orElse("none")), 0, STAMP);
    }
}
