package dev.bellrope.app.directory.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The flaws found so far: the first hundred of them, and how many more there are. */
public final class Flaws {
    static final int LISTED = 100;

    private final List<Flaw> first = new ArrayList<>();
    private int count;

    /**
     * Notes one.
     *
     * @param line 0 where there are no lines
     * @param column empty: the whole line
     * @param value what stands there
     * @param message what is wrong with it, as the rest of a sentence about it
     */
    public void add(long line, String column, String value, String message) {
        if (count++ < LISTED) {
            first.add(new Flaw(line, column, value, message));
        }
    }

    /** All of them, the listed and the others. */
    public int count() {
        return count;
    }

    /**
     * Ends here if there is any.
     *
     * @throws BadInput if there is any
     */
    public void raise() {
        if (count > 0) {
            List<Flaw> ordered =
                    first.stream().sorted(Comparator.comparingLong(Flaw::line)).toList();
            throw new BadInput(ordered, count - first.size());
        }
    }
}
