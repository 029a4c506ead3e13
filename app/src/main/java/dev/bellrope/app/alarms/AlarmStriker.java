package dev.bellrope.app.alarms;

import java.util.Set;

/** Strikes the alarms of one kind of subject. */
public interface AlarmStriker {
    SubjectKind kind();

    /**
     * Returns how many subjects it strikes in one batch: enough to share the cost, few enough that nobody waits long
     * for one of them.
     */
    int batch();

    /**
     * Strikes some of the alarms that are due: each alarm once, whichever of many nodes comes first. What others are
     * striking at this moment is left for later.
     *
     * @param limit the maximum number of subjects; 1 isolates a failing subject from others that failed with it
     * @param except the keys of subjects to leave out
     * @throws StrikeFailed when nothing could be written
     */
    StrikeResult strikeDue(int limit, Set<String> except);
}
