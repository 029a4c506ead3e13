package dev.bellrope.core.escalation;

import java.time.Instant;
import java.util.Comparator;

/**
 * An instant at which an escalation must be looked at again. Each (escalation, step, cycle) strikes once.
 *
 * @param step what for: {@code target:acknowledge:50}, {@code target:update:100}, {@code request}, {@code watch}, {@code
 *     exit}, {@code handoff}, {@code approval:D1}
 * @param cycle how often its clock was started, counting from 1
 * @param at when it strikes
 */
public record Alarm(String step, int cycle, Instant at) {
    /** The order in which the alarms of one escalation strike: by instant, then by step. */
    public static final Comparator<Alarm> ORDER =
            Comparator.comparing(Alarm::at).thenComparing(Alarm::step).thenComparingInt(Alarm::cycle);

    /** An alarm for a share of a target's budget. */
    public static Alarm target(String target, int cycle, int percent, Instant at) {
        return new Alarm("target:" + target + ":" + percent, cycle, at);
    }
}
