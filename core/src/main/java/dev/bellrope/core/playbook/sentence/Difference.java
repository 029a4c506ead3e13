package dev.bellrope.core.playbook.sentence;

/**
 * One thing in which two playbooks differ.
 *
 * @param section where: {@code targets}
 * @param rule the path of the rule
 * @param kind whether it came, went or changed
 * @param sentence what is different: {@code S1 acknowledge: 15 minutes round the clock instead of 30 minutes round the clock}
 */
public record Difference(String section, String rule, DifferenceKind kind, String sentence) {
    /** What happened to it. */
    public enum DifferenceKind {
        ADDED,
        REMOVED,
        CHANGED
    }
}
