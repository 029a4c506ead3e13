package dev.bellrope.app.directory;

/** What became of an entry that was put. */
public record Written<E extends Entry>(Outcome outcome, Kept<E> kept) {
    /** What putting does. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }
}
