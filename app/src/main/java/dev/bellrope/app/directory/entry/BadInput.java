package dev.bellrope.app.directory.entry;

import java.util.List;

/** What was given cannot be taken, and nothing of it was. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Flaw> flaws;
    private final int more;

    BadInput(List<Flaw> flaws, int more) {
        super(flaws.getFirst() + (flaws.size() + more == 1 ? "" : " (and " + (flaws.size() + more - 1) + " more)"));
        this.flaws = List.copyOf(flaws);
        this.more = more;
    }

    /** About one value. */
    public static BadInput of(String column, String value, String message) {
        return new BadInput(List.of(new Flaw(0, column, value, message)), 0);
    }

    /** The first hundred, in the order of the input. */
    public List<Flaw> flaws() {
        return flaws;
    }

    /** How many there are beyond those. */
    public int more() {
        return more;
    }
}
