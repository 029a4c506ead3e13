package dev.bellrope.core.routing;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.playbook.Ladder;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.Route;
import dev.bellrope.core.playbook.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides who acts, from the roster and nothing else. */
public final class Routing {
    private Routing() {}

    /**
     * What needs people.
     *
     * @param account whose trouble it is
     * @param severity how bad it is
     * @param band what the account is worth
     * @param level the ladder level
     * @param route the route; null where none matched
     * @param at when
     */
    public record Need(
            Account account,
            Severity severity,
            ValueBand band,
            String level,
            @Nullable Route route,
            Instant at) {}

    /** Fills every role that the route names, the owner first, and the task force. */
    public static List<Assignment> assemble(Need need, Playbook playbook, Roster roster) {
        return List.of();
    }

    /**
     * Fills one role anew, leaving out the people named.
     *
     * @param filled who holds the other roles
     * @param without people who must not be chosen
     */
    public static Assignment fill(
            String role,
            Need need,
            Map<String, String> filled,
            List<String> without,
            Playbook playbook,
            Roster roster) {
        return new Assignment(role, "", "nobody on the roster", List.of());
    }

    /** Who stands in for somebody who is absent: their backup, that one's backup and so on; without going in circles. */
    public static Assignment standIn(String role, String absent, Instant at, Roster roster) {
        return new Assignment(role, "", "nobody on the roster", List.of());
    }

    /** Whom reaching a ladder level brings in: one assignment a role that the level names. */
    public static List<Assignment> atLevel(Ladder.Level level, Need need, Playbook playbook, Roster roster) {
        return List.of();
    }
}
