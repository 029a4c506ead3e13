package dev.bellrope.app.history.log;

import java.util.List;

/** A log that cannot be read with its mapping; the message says all that is wrong, one line each. */
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

    /** Places in the mapping file that do not fit this log; empty where the log itself is at fault. */
    public List<MappingProblem> problems() {
        return problems;
    }
}
