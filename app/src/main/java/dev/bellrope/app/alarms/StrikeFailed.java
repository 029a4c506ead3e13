package dev.bellrope.app.alarms;

import java.util.List;

/** Alarms that were due could not be struck, because what followed from one of them could not be written. Nothing was done. */
public final class StrikeFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Subject> subjects;

    public StrikeFailed(List<Subject> subjects, RuntimeException cause) {
        super(cause);
        this.subjects = List.copyOf(subjects);
    }

    /** Those that are due; one of them is at fault. */
    public List<Subject> subjects() {
        return subjects;
    }
}
