package dev.bellrope.app.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The flaws found so far: the first hundred of them, and how many more there are. */
final class Flaws {
    static final int LISTED = 100;

    private final List<Flaw> first = new ArrayList<>();
    private int count;

    void add(long line, String column, String value, String message) {
        if (count++ < LISTED) {
            first.add(new Flaw(line, column, value, message));
        }
    }

    int count() {
        return count;
    }

    /** @throws BadInput if there is any */
    void raise() {
        if (count > 0) {
            List<Flaw> ordered =
                    first.stream().sorted(Comparator.comparingLong(Flaw::line)).toList();
            throw new BadInput(ordered, count - first.size());
        }
    }
}
