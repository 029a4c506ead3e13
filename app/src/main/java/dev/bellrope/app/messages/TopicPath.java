package dev.bellrope.app.messages;

/** Where in the console is what a message is about. */
final class TopicPath {
    private static final String TASK = "TASK-";

    private TopicPath() {}

    /** {@code /escalations/ESC-1042}, {@code /tasks/TASK-1042}. */
    static String of(String key) {
        return (key.startsWith(TASK) ? "/tasks/" : "/escalations/") + key;
    }
}
