package dev.bellrope.core.routing;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.playbook.Route;
import dev.bellrope.core.playbook.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
public record RoutingNeed(
        Account account,
        Severity severity,
        ValueBand band,
        String level,
        @Nullable Route route,
        Instant at) {}
