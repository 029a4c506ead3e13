package dev.bellrope.core.playbook;

import java.util.List;
import java.util.Optional;

/**
 * The levels that a slipping promise climbs.
 *
 * @param levels weakest first, at least one
 */
public record Ladder(List<Level> levels) {
    public Ladder {
        levels = List.copyOf(levels);
    }

    /**
     * One level.
     *
     * @param id {@code L1}
     * @param name {@code frontline}
     * @param duties what is done here: {@code root-cause}, {@code workaround} ...
     * @param people the roles that are brought in and told when it is reached; empty for nobody further
     * @param climbsWhen what takes an escalation from here to the next level; empty at the top
     * @param teams the teams that take part here (D-08)
     */
    public record Level(
            String id,
            String name,
            List<String> duties,
            List<String> people,
            List<ClimbRule> climbsWhen,
            List<String> teams) {
        public Level {
            duties = List.copyOf(duties);
            people = List.copyOf(people);
            climbsWhen = List.copyOf(climbsWhen);
            teams = List.copyOf(teams);
        }
    }

    /** The first level. */
    public Level first() {
        return levels.getFirst();
    }

    /** The level of that id. */
    public Optional<Level> find(String id) {
        return levels.stream().filter(level -> level.id().equals(id)).findFirst();
    }

    /** The next level up, unless it is the top. */
    public Optional<Level> findAbove(String id) {
        int index = indexOf(id);
        return index >= 0 && index + 1 < levels.size() ? Optional.of(levels.get(index + 1)) : Optional.empty();
    }

    /** The next level down, unless it is the first. */
    public Optional<Level> findBelow(String id) {
        int index = indexOf(id);
        return index > 0 ? Optional.of(levels.get(index - 1)) : Optional.empty();
    }

    /** How high a level is: 0 for the first; -1 where there is no such level. */
    public int indexOf(String id) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
