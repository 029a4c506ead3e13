package dev.bellrope.app.directory.entry;

import java.util.List;

/** Thrown when input is not acceptable; none of it was written. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Flaw> flaws;
    private final int more;

    BadInput(List<Flaw> flaws, int more) {
        super(flaws.getFirst() + (flaws.size() + more == 1 ? "" : " (and " + (flaws.size() + more - 1) + " more)"));
        this.flaws = List.copyOf(flaws);
        this.more = more;
    }

    /** Creates an exception about one value. */
    public static BadInput of(String column, String value, String message) {
        return new BadInput(List.of(new Flaw(0, column, value, message)), 0);
    }

    /** Returns the first hundred flaws, in the order of the input. */
    public List<Flaw> flaws() {
        return flaws;
    }

    /** Returns the number of further flaws. */
    public int more() {
        return more;
    }
}
