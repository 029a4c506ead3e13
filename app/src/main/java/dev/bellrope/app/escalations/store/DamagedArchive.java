package dev.bellrope.app.escalations.store;

/** Thrown when an archived history is no longer what was archived; it is left alone, and a backup has it intact. */
public final class DamagedArchive extends RuntimeException {
    /** Says what to do about it, with the chapter for operators. */
    public static final String REMEDY =
            "A backup has it whole: \"A damaged archive\" in docs/operating.md says how it is put back.";

    private final String escalation;

    DamagedArchive(String escalation, String why) {
        super("The archived history of " + escalation + " is damaged: " + why + ". It was left as it is.");
        this.escalation = escalation;
    }

    /** The key of the escalation. */
    public String escalation() {
        return escalation;
    }
}
