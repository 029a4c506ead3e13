package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.EntryKind;
import java.util.List;

/** Refers to entries of the directory from outside; modules above this one implement it. */
public interface Referrer {
    /**
     * Lists what still refers to an entry, so that it cannot be removed.
     *
     * @param limit the largest number to return
     * @return each as people name it, such as {@code task TASK-1042}
     */
    List<String> referTo(EntryKind kind, String id, int limit);
}
