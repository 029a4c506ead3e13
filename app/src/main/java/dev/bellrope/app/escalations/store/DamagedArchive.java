package dev.bellrope.app.escalations.store;

/** An archived history is not what was archived; nothing is done with it, and a backup has it whole. */
public final class DamagedArchive extends RuntimeException {
    /** For whoever has to do with it; the document is the one for operators. */
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
