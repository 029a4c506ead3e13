package dev.bellrope.app.history.log;

import java.util.List;

/** Thrown for a log that cannot be read with its mapping; the message lists everything that is wrong, one line each. */
public final class UnreadableLog extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<MappingProblem> problems;

    UnreadableLog(String message) {
        super(message);
        this.problems = List.of();
    }

    UnreadableLog(String message, Throwable cause) {
        super(message, cause);
        this.problems = List.of();
    }

    UnreadableLog(String message, List<MappingProblem> problems) {
        super(message + "\n"
                + String.join(
                        "\n", problems.stream().map(MappingProblem::toString).toList()));
        this.problems = List.copyOf(problems);
    }

    /** Returns the places in the mapping file that do not fit this log; empty if the log itself is at fault. */
    public List<MappingProblem> problems() {
        return problems;
    }
}
