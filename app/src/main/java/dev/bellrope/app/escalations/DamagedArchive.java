package dev.bellrope.app.escalations;

/** An archived history is not what was archived; nothing is done with it, and a backup has it whole. */
public final class DamagedArchive extends RuntimeException {
    DamagedArchive(String escalation, String why) {
        super("The archived history of " + escalation + " is damaged: " + why + ". It was left as it is.");
    }
}
