package dev.bellrope.app.messages.web;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Who asks. */
final class Person {
    private Person() {}

    /** The id of the person who is signed in; 401 for nobody. */
    static String of(@Nullable Principal principal) {
        if (principal == null) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, "Sign in first.");
        }
        return principal.getName();
    }
}
