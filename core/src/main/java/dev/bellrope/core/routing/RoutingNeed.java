package dev.bellrope.core.routing;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.playbook.Route;
import dev.bellrope.core.playbook.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The escalation that needs people.
 *
 * @param account the account it is about
 * @param severity its severity
 * @param band the account's value band
 * @param level its ladder level
 * @param route its route; null if none matched
 * @param at the instant of the decision
 */
public record RoutingNeed(
        Account account,
        Severity severity,
        ValueBand band,
        String level,
        @Nullable Route route,
        Instant at) {}
