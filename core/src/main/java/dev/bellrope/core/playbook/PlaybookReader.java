package dev.bellrope.core.playbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a playbook from YAML, and says everything that is wrong with it at once. */
public final class PlaybookReader {
    /**
     * What reading gave.
     *
     * @param playbook the playbook; null when there is any problem
     * @param problems everything that is wrong, by line
     */
    public record Reading(@Nullable Playbook playbook, List<Problem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /**
     * One mistake.
     *
     * @param line from 1
     * @param column from 1
     * @param path where in the playbook, {@code triggers.slo-missed.when}
     * @param message what is wrong
     * @param accepted what would be accepted, with a suggestion where one is near; may be empty
     */
    public record Problem(int line, int column, String path, String message, String accepted) {}

    /** Reads the text as the given version of a playbook. */
    public Reading read(String text, String version) {
        return new Reading(null, List.of(new Problem(1, 1, "", "not readable yet", "")));
    }
}
