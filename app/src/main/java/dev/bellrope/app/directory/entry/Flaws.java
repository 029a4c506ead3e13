package dev.bellrope.app.directory.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects flaws: the first hundred, and how many more there are. */
public final class Flaws {
    static final int LISTED = 100;

    private final List<Flaw> first = new ArrayList<>();
    private int count;

    /**
     * Adds a flaw.
     *
     * @param line 0 if there are no lines
     * @param column the column; empty for the whole line
     * @param value the given value
     * @param message what is wrong with it, as the rest of a sentence about it
     */
    public void add(long line, String column, String value, String message) {
        if (count++ < LISTED) {
            first.add(new Flaw(line, column, value, message));
        }
    }

    /** Returns the number of all flaws, listed or not. */
    public int count() {
        return count;
    }

    /**
     * Throws the flaws, if there are any.
     *
     * @throws BadInput if there are any
     */
    public void raise() {
        if (count > 0) {
            List<Flaw> ordered =
                    first.stream().sorted(Comparator.comparingLong(Flaw::line)).toList();
            throw new BadInput(ordered, count - first.size());
        }
    }
}
