package dev.bellrope.app.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Secrets that admit once, sent as part of a link. */
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

    /** A secret for whoever becomes the first administrator, valid for a day. */
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

    /** A secret with which that user chooses a password, valid for a week; older ones of theirs are void. */
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

    /** Whose invitation that is. */
    Optional<UUID> findInvited(String secret) {
        return table.find(Secrets.hash(secret), INVITATION, clock.instant()).flatMap(OneTimeLinkTable.Link::user);
    }

    /** Whether it admitted, which it does to one caller only. */
    boolean spend(String purpose, String secret) {
        return table.spend(Secrets.hash(secret), purpose, clock.instant());
    }

    void prune() {
        table.prune(clock.instant().minus(Duration.ofDays(30)));
    }
}
