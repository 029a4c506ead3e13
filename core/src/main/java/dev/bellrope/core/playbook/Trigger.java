package dev.bellrope.core.playbook;

import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.fact.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that makes a signal start an escalation.
 *
 * @param name its name in the playbook
 * @param because the sentence of the rule, in plain words
 * @param hears the kinds of signal it listens to; a kind that ends in {@code .*} hears the whole family
 * @param when an additional condition; null for none
 * @param impact an expression that gives a word for impact; null for the issue type's or else the mildest in the matrix
 * @param urgency an expression that gives a word for urgency; null as for impact
 * @param severity a severity that overrides the matrix; null for none
 * @param kind whether it escalates the ticket or the account
 * @param acceptBy the roles of which one must accept first; empty if it opens at once
 * @param answerWithin how long a request may wait before it climbs; zero if {@code acceptBy} is empty
 */
public record Trigger(
        String name,
        String because,
        List<String> hears,
        @Nullable Expression when,
        @Nullable Expression impact,
        @Nullable Expression urgency,
        @Nullable Severity severity,
        EscalationKind kind,
        List<String> acceptBy,
        Span answerWithin) {
    public Trigger {
        hears = List.copyOf(hears);
        acceptBy = List.copyOf(acceptBy);
    }

    /** Returns whether it listens to signals of a kind. */
    public boolean isHearing(String signalKind) {
        return hears.stream()
                .anyMatch(heard -> heard.equals(signalKind)
                        || (heard.endsWith(".*") && signalKind.startsWith(heard.substring(0, heard.length() - 1))));
    }

    /** Returns whether somebody must accept before the escalation opens. */
    public boolean isRequest() {
        return !acceptBy.isEmpty();
    }
}
