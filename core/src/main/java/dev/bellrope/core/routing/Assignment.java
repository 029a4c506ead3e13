package dev.bellrope.core.routing;

import java.util.List;

/**
 * One role, filled or not, with the reason and everybody who was looked at.
 *
 * @param role {@code owner}, {@code backup}, {@code sponsor}, {@code facilitator}, {@code communications}, or {@code
 *     task-force:engineering}
 * @param person the person's id; empty when nobody could be found
 * @param because in words, also when nobody was found
 * @param candidates who was looked at, best first; the best 25 of many
 */
public record Assignment(String role, String person, String because, List<Candidate> candidates) {
    public Assignment {
        candidates = List.copyOf(candidates);
    }

    /** Whether somebody was found. */
    public boolean isFilled() {
        return !person.isEmpty();
    }

    /**
     * Somebody who was looked at.
     *
     * @param person the person's id
     * @param name their name, as it was then
     * @param score comparable within one role only, higher is better
     * @param chosen whether it became them
     * @param because why, or why not
     */
    public record Candidate(String person, String name, int score, boolean chosen, String because) {}
}
