package dev.bellrope.core.playbook;

/** A rule that takes an escalation one level up. {@code toString} prints it as the playbook writes it. */
public sealed interface ClimbRule {
    /** A target was missed: {@code acknowledge missed}, {@code update missed twice}, {@code update missed 3 times}. */
    record Missed(String target, int times) implements ClimbRule {
        @Override
        public String toString() {
            return target + " missed" + (times == 1 ? "" : times == 2 ? " twice" : " " + times + " times");
        }
    }

    /** A share of a target's budget is used up: {@code resolve at 75%}. */
    record UsedUp(String target, int percent) implements ClimbRule {
        @Override
        public String toString() {
            return target + " at " + percent + "%";
        }
    }

    /** The escalation has this severity, and climbs at once: {@code severity is S1}. */
    record SeverityIs(Severity severity) implements ClimbRule {
        @Override
        public String toString() {
            return "severity is " + severity;
        }
    }

    /** The escalation has this response tier, and climbs at once: {@code tier is T1}. */
    record TierIs(String tier) implements ClimbRule {
        @Override
        public String toString() {
            return "tier is " + tier;
        }
    }
}
