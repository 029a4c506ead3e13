package dev.bellrope.core.playbook;

/** How bad it is; S1 is the worst. */
public enum Severity {
    S1,
    S2,
    S3,
    S4;

    /** Whether it is worse than another. */
    public boolean isWorseThan(Severity other) {
        return compareTo(other) < 0;
    }
}
