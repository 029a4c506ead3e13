package dev.bellrope.app.alarms;

import java.util.List;

/**
 * Thrown when due alarms could not be struck, because the consequences of one of them could not be written. Nothing was
 * done.
 */
public final class StrikeFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Subject> subjects;

    public StrikeFailed(List<Subject> subjects, RuntimeException cause) {
        super(cause);
        this.subjects = List.copyOf(subjects);
    }

    /** Returns the subjects whose alarms are due; one of them is at fault. */
    public List<Subject> subjects() {
        return subjects;
    }
}
