package dev.bellrope.core.task;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything that can be asked of a task that there is, in the order in which it is shown. */
public enum TaskAct {
    COMPLETE("completion", TaskStatus.OPEN),
    ASSIGN("assignment", TaskStatus.OPEN),
    MOVE("due-date", TaskStatus.OPEN),
    CANCEL("cancellation", TaskStatus.OPEN),
    REOPEN("reopening", TaskStatus.DONE, TaskStatus.CANCELLED);

    private final String word;
    private final Set<TaskStatus> states;

    TaskAct(String word, TaskStatus... states) {
        this.word = word;
        this.states = Set.of(states);
    }

    /** Returns the noun by which it is asked for, in addresses and answers. */
    public String word() {
        return word;
    }

    /** Finds the act of that noun. */
    public static Optional<TaskAct> find(String word) {
        return Arrays.stream(values()).filter(act -> act.word.equals(word)).findFirst();
    }

    /** Returns what a state allows, whoever asks. */
    public static List<TaskAct> allowedIn(TaskStatus status) {
        return Arrays.stream(values())
                .filter(act -> act.states.contains(status))
                .toList();
    }
}
