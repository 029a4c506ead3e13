package dev.bellrope.core.routing;

import java.util.List;

/**
 * The result of routing for one role: who fills it, if anybody, why, and everybody who was considered.
 *
 * @param role {@code owner}, {@code backup}, {@code sponsor}, {@code facilitator}, {@code communications}, or {@code
 *     task-force:engineering}
 * @param person the person's id; empty if nobody was found
 * @param because the reason in words, also if nobody was found
 * @param candidates who was considered, best first; at most the best 25
 */
public record Assignment(String role, String person, String because, List<Candidate> candidates) {
    public Assignment {
        candidates = List.copyOf(candidates);
    }

    /** Returns whether somebody was found. */
    public boolean isFilled() {
        return !person.isEmpty();
    }

    /**
     * A person who was considered.
     *
     * @param person the person's id
     * @param name the person's name at that time
     * @param score comparable only within one role; higher is better
     * @param chosen whether this person was chosen
     * @param because why this person was chosen, or why not
     */
    public record Candidate(String person, String name, int score, boolean chosen, String because) {}
}
