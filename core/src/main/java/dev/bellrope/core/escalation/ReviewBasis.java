package dev.bellrope.core.escalation;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What decides whether an escalation is reviewed, and by whom: gathered over its whole life, and over the lives of those
 * that were merged into it. It only grows.
 *
 * @param judgements everything that it was ever judged to be, the worst first
 * @param mergedLevels the highest ladder levels that those merged into it had reached
 * @param involved the ids of everybody who ever held a role in it, was given a step of its plan, or did something in it
 *     while it was not over
 * @param owed whether one that was merged into it owed a review, by the playbook of that one
 */
public record ReviewBasis(Set<Judgement> judgements, Set<String> mergedLevels, Set<String> involved, boolean owed) {
    /** Of an escalation that has not begun. */
    static final ReviewBasis NOTHING = new ReviewBasis(Set.of(), Set.of(), Set.of(), false);

    public ReviewBasis {
        judgements = sorted(Judgement.WORST_FIRST, judgements);
        mergedLevels = sorted(Comparator.naturalOrder(), mergedLevels);
        involved = sorted(Comparator.naturalOrder(), involved);
    }

    ReviewBasis judged(Judgement judgement) {
        return new ReviewBasis(and(judgements, Set.of(judgement)), mergedLevels, involved, owed);
    }

    ReviewBasis involving(Collection<String> people) {
        return involved.containsAll(people)
                ? this
                : new ReviewBasis(judgements, mergedLevels, and(involved, people), owed);
    }

    ReviewBasis owing(boolean also) {
        return new ReviewBasis(judgements, mergedLevels, involved, owed || also);
    }

    /** Returns what one passes on that reached a level and is merged into another. */
    ReviewBasis passedOn(String highestLevel) {
        return new ReviewBasis(judgements, and(mergedLevels, Set.of(highestLevel)), involved, owed);
    }

    ReviewBasis with(ReviewBasis merged) {
        return new ReviewBasis(
                and(judgements, merged.judgements),
                and(mergedLevels, merged.mergedLevels),
                and(involved, merged.involved),
                owed || merged.owed);
    }

    private static <T> Set<T> and(Set<T> some, Collection<T> others) {
        Set<T> all = new java.util.HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static <T> Set<T> sorted(Comparator<T> order, Set<T> values) {
        SortedSet<T> sorted = new TreeSet<>(order);
        sorted.addAll(values);
        return Collections.unmodifiableSet(sorted);
    }
}
