package dev.bellrope.app.alarms;

import java.util.Comparator;

/**
 * What an alarm belongs to.
 *
 * @param key the escalation's or the task's key, or the ticket's id
 */
public record Subject(SubjectKind kind, String key) implements Comparable<Subject> {
    private static final Comparator<Subject> ORDER =
            Comparator.comparing(Subject::kind).thenComparing(Subject::key);

    /** The escalation of that key. */
    public static Subject escalation(String key) {
        return new Subject(SubjectKind.ESCALATION, key);
    }

    /** The task of that key. */
    public static Subject task(String key) {
        return new Subject(SubjectKind.TASK, key);
    }

    /** The ticket of that id. */
    public static Subject ticket(String id) {
        return new Subject(SubjectKind.TICKET, id);
    }

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.word() + " " + key;
    }
}
