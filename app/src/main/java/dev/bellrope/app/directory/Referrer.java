package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.EntryKind;
import java.util.List;

/** What refers to entries of the directory from outside of it. Implemented by the modules above. */
public interface Referrer {
    /**
     * What still needs an entry, so that it cannot go.
     *
     * @param limit how many at most
     * @return each as people name it: {@code task TASK-1042}
     */
    List<String> referTo(EntryKind kind, String id, int limit);
}
