package dev.bellrope.app.settings;

import java.util.List;

/** Settings that Bellrope cannot start with; each problem is a sentence for the operator. */
public final class WrongSettings extends Exception {
    private final List<String> problems;

    WrongSettings(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** All of them, so that one start shows everything there is to correct. */
    public List<String> problems() {
        return problems;
    }
}
