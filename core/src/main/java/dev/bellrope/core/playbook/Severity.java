package dev.bellrope.core.playbook;

/** How bad an escalation is; S1 is the worst. */
public enum Severity {
    S1,
    S2,
    S3,
    S4;

    /** Returns whether this severity is worse than another. */
    public boolean isWorseThan(Severity other) {
        return compareTo(other) < 0;
    }
}
