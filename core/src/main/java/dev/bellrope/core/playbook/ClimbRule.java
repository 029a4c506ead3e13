package dev.bellrope.core.playbook;

/** What takes an escalation one level up. Each prints as the playbook writes it. */
public sealed interface ClimbRule {
    /** {@code acknowledge missed}, {@code update missed twice}, {@code update missed 3 times}. */
    record Missed(String target, int times) implements ClimbRule {
        @Override
        public String toString() {
            return target + " missed" + (times == 1 ? "" : times == 2 ? " twice" : " " + times + " times");
        }
    }

    /** {@code resolve at 75%}: that much of a target's budget is used up. */
    record UsedUp(String target, int percent) implements ClimbRule {
        @Override
        public String toString() {
            return target + " at " + percent + "%";
        }
    }

    /** {@code severity is S1}: at once, whenever the severity is that. */
    record SeverityIs(Severity severity) implements ClimbRule {
        @Override
        public String toString() {
            return "severity is " + severity;
        }
    }

    /** {@code tier is T1}: at once, whenever the response tier is that. */
    record TierIs(String tier) implements ClimbRule {
        @Override
        public String toString() {
            return "tier is " + tier;
        }
    }
}
