package dev.bellrope.app.tasks;

import dev.bellrope.core.task.Task;

/**
 * A task as it is stored.
 *
 * @param sequence the number of the newest event in it
 */
public record LoadedTask(long sequence, Task state) {}
