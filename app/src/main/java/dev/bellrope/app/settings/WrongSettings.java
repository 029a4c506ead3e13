package dev.bellrope.app.settings;

import java.util.List;

/** Thrown for settings with which Bellrope cannot start; each problem is a sentence for the operator. */
public final class WrongSettings extends Exception {
    private final List<String> problems;

    WrongSettings(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns all problems, so that one start shows everything that needs correcting. */
    public List<String> problems() {
        return problems;
    }
}
