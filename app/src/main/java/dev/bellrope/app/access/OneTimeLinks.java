package dev.bellrope.app.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Issues and redeems secrets that work once, as part of a link. */
@Component
class OneTimeLinks {
    static final String FIRST_ADMINISTRATOR = "first-administrator";
    static final String INVITATION = "invitation";

    private static final Duration VALID = Duration.ofHours(24);
    private static final Duration INVITATION_VALID = Duration.ofDays(7);

    private final OneTimeLinkTable table;
    private final Clock clock;

    OneTimeLinks(OneTimeLinkTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Issues a secret for the first administrator, valid for a day. */
    String issueFirstAdministrator() {
        String secret = Secrets.next();
        table.insert(
                Secrets.hash(secret),
                FIRST_ADMINISTRATOR,
                Optional.empty(),
                clock.instant(),
                clock.instant().plus(VALID));
        return secret;
    }

    /** Issues a secret with which a user chooses a password, valid for a week; voids the user's older ones. */
    String issueInvitation(UUID user) {
        table.spendAll(user, clock.instant());
        String secret = Secrets.next();
        table.insert(
                Secrets.hash(secret),
                INVITATION,
                Optional.of(user),
                clock.instant(),
                clock.instant().plus(INVITATION_VALID));
        return secret;
    }

    boolean admits(String purpose, String secret) {
        return table.find(Secrets.hash(secret), purpose, clock.instant()).isPresent();
    }

    /** Finds the user whom an invitation is for. */
    Optional<UUID> findInvited(String secret) {
        return table.find(Secrets.hash(secret), INVITATION, clock.instant()).flatMap(OneTimeLinkTable.Link::user);
    }

    /** Redeems a secret; returns whether it was valid, which is true for one caller only. */
    boolean spend(String purpose, String secret) {
        return table.spend(Secrets.hash(secret), purpose, clock.instant());
    }

    void prune() {
        table.prune(clock.instant().minus(Duration.ofDays(30)));
    }
}
