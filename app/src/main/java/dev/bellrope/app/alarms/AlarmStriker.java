package dev.bellrope.app.alarms;

import java.util.Set;

/** Strikes the alarms of one kind of subject. */
public interface AlarmStriker {
    SubjectKind kind();

    /** How many subjects it strikes in one go: enough to share the cost, few enough that nobody waits long for one of them. */
    int batch();

    /**
     * Strikes some of what is due: each alarm once, whichever of many nodes comes first. What somebody else has in hand at this moment is
     * left for later.
     *
     * @param limit of how many subjects at most; 1 tells one that fails from those that failed beside it
     * @param except but not of the subjects with these keys
     * @throws StrikeFailed when nothing of it could be written
     */
    StrikeResult strikeDue(int limit, Set<String> except);
}
