package dev.bellrope.core.task;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a task is. */
public enum TaskStatus {
    OPEN,
    DONE,
    CANCELLED;

    /** Returns the word for programs and tables, such as {@code open}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of that word. */
    public static Optional<TaskStatus> find(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
