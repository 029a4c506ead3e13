package dev.bellrope.app.tasks;

import dev.bellrope.app.access.VisibleAccounts;

/** Finds the things of one kind that a task can be about; the module whose things they are implements it. */
public interface TopicLookup {
    /** Returns the kind, as {@link dev.bellrope.core.task.TaskTopic} names it. */
    String kind();

    /** Returns an example of a key, for whoever gave another. */
    String example();

    /** Returns whether there is one of that key that may be seen. */
    boolean has(String key, VisibleAccounts visible);
}
