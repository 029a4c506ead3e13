package dev.bellrope.app.alarms;

import java.util.Comparator;

/**
 * The subject that an alarm belongs to.
 *
 * @param key the key of the escalation or the task, or the id of the ticket
 */
public record Subject(SubjectKind kind, String key) implements Comparable<Subject> {
    private static final Comparator<Subject> ORDER =
            Comparator.comparing(Subject::kind).thenComparing(Subject::key);

    /** Returns the subject of an escalation. */
    public static Subject escalation(String key) {
        return new Subject(SubjectKind.ESCALATION, key);
    }

    /** Returns the subject of a task. */
    public static Subject task(String key) {
        return new Subject(SubjectKind.TASK, key);
    }

    /** Returns the subject of a ticket. */
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
