package dev.bellrope.core.playbook.sentence;

/**
 * A difference between two playbooks.
 *
 * @param section the section: {@code targets}
 * @param rule the path of the rule
 * @param kind whether the rule was added, removed or changed
 * @param sentence what is different: {@code S1 acknowledge: 15 minutes round the clock instead of 30 minutes round the
 *     clock}
 */
public record Difference(String section, String rule, DifferenceKind kind, String sentence) {
    /** What happened to a rule. */
    public enum DifferenceKind {
        ADDED,
        REMOVED,
        CHANGED
    }
}
