package dev.bellrope.app.access;

import java.util.Locale;
import java.util.Optional;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Decides which passwords are accepted, and hashes them with Argon2id. */
@Component
public class Passwords {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private final Argon2PasswordEncoder encoder;
    /** The hash to compare with if there is no user, so that the answer takes equally long. */
    private final String nobody;

    Passwords(Argon2PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobody = hash(Secrets.next());
    }

    String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("no hash");
        }
        return hash;
    }

    public boolean matches(String password, Optional<String> hash) {
        boolean matches = password.length() <= LONGEST && encoder.matches(password, hash.orElse(nobody));
        return matches && hash.isPresent();
    }

    /** Returns what is wrong with a password, as a sentence; empty if nothing is. */
    static Optional<String> refuse(String password, String signInName) {
        if (password.length() < SHORTEST) {
            return Optional.of("The password needs at least " + SHORTEST + " characters. A few words are fine.");
        }
        if (password.length() > LONGEST) {
            return Optional.of("The password may have at most " + LONGEST + " characters.");
        }
        String bare = password.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        String name = signInName.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        if (!name.isEmpty() && bare.replace(name, "").length() < SHORTEST / 2) {
            return Optional.of("The password may not be made of the sign-in name.");
        }
        if (password.chars().distinct().count() < 5) {
            return Optional.of("The password needs at least five different characters.");
        }
        return Optional.empty();
    }
}
