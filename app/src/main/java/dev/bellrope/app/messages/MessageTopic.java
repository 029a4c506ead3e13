package dev.bellrope.app.messages;

/**
 * What a message is about, by the key that is stored with it.
 *
 * @param key {@code ESC-1042} or {@code TASK-1042}; empty for a digest
 */
record MessageTopic(String key) {
    private static final String TASK = "TASK-";

    boolean isTask() {
        return key.startsWith(TASK);
    }

    /** Returns the escalation's key; empty for all else. */
    String escalation() {
        return isTask() ? "" : key;
    }

    /** Returns the task's key; empty for all else. */
    String task() {
        return isTask() ? key : "";
    }

    /** Returns its path in the console: {@code /escalations/ESC-1042} or {@code /tasks/TASK-1042}. */
    String path() {
        return (isTask() ? "/tasks/" : "/escalations/") + key;
    }

    /** Returns the severity of a message about it, which a task has not: that of its messages only decides when they may be sent. */
    String severity(String stored) {
        return isTask() ? "" : stored;
    }
}
