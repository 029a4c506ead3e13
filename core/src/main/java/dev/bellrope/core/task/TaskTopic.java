package dev.bellrope.core.task;

/**
 * What a task is about.
 *
 * @param kind {@code escalation} or {@code account}; empty: its title says all
 * @param key the escalation's key or the account's id; empty where the kind is
 */
public record TaskTopic(String kind, String key) {
    public static final String ESCALATION = "escalation";
    public static final String ACCOUNT = "account";

    /** Nothing but what the title says. */
    public static final TaskTopic NONE = new TaskTopic("", "");

    /** The escalation of that key. */
    public static TaskTopic escalation(String key) {
        return new TaskTopic(ESCALATION, key);
    }

    /** The account of that id. */
    public static TaskTopic account(String id) {
        return new TaskTopic(ACCOUNT, id);
    }

    /** Whether it is about nothing but what the title says. */
    public boolean isNone() {
        return kind.isEmpty();
    }
}
