package dev.bellrope.app.access;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who may sign in.
 *
 * @param personId the user's person in the directory; may be empty
 * @param passwordHash empty until they have chosen a password
 * @param disabledAt when they were disabled; empty if they may sign in
 */
public record User(
        UUID id,
        String signInName,
        String name,
        String email,
        String personId,
        Role role,
        Optional<String> passwordHash,
        ZoneId zone,
        Instant createdAt,
        Optional<Instant> disabledAt,
        Optional<String> disabledBy) {
    boolean isDisabled() {
        return disabledAt.isPresent();
    }

    public CurrentUser signedIn() {
        return new CurrentUser(id.toString(), name, role, role.scopes(), personId, zone, false);
    }
}
