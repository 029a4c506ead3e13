package dev.bellrope.app.access;

import java.time.ZoneOffset;
import java.util.EnumSet;
import org.springframework.security.core.context.SecurityContextHolder;

/** Puts a person at work in the thread of a test that calls controllers without going through HTTP. */
public final class AtWork {
    private AtWork() {}

    /** From now on it is an administrator who is that person of the directory. */
    public static void as(String person) {
        SecurityContextHolder.getContext()
                .setAuthentication(new CurrentUserAuthentication(new CurrentUser(
                        "user-" + person,
                        person,
                        Role.ADMINISTRATOR,
                        EnumSet.allOf(Scope.class),
                        person,
                        ZoneOffset.UTC,
                        false)));
    }
}
