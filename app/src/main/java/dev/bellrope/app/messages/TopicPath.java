package dev.bellrope.app.messages;

/** The paths in the console of what messages are about. */
final class TopicPath {
    private static final String TASK = "TASK-";

    private TopicPath() {}

    /** Returns {@code /escalations/ESC-1042} or {@code /tasks/TASK-1042}. */
    static String of(String key) {
        return (key.startsWith(TASK) ? "/tasks/" : "/escalations/") + key;
    }
}
