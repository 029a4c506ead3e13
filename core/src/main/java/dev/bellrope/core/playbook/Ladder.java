package dev.bellrope.core.playbook;

import java.util.List;
import java.util.Optional;

/**
 * The ladder of levels that an escalation climbs when a promise slips.
 *
 * @param levels from the first level to the top, at least one
 */
public record Ladder(List<Level> levels) {
    public Ladder {
        levels = List.copyOf(levels);
    }

    /**
     * A level of the ladder.
     *
     * @param id {@code L1}
     * @param name {@code frontline}
     * @param duties what is done here: {@code root-cause}, {@code workaround} ...
     * @param people the roles that join and are told when the level is reached; empty if nobody else joins
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

    /** Returns the first level. */
    public Level first() {
        return levels.getFirst();
    }

    /** Finds the level with this id. */
    public Optional<Level> find(String id) {
        return levels.stream().filter(level -> level.id().equals(id)).findFirst();
    }

    /** Finds the next level up; empty for the top level. */
    public Optional<Level> findAbove(String id) {
        int index = indexOf(id);
        return index >= 0 && index + 1 < levels.size() ? Optional.of(levels.get(index + 1)) : Optional.empty();
    }

    /** Finds the next level down; empty for the first level. */
    public Optional<Level> findBelow(String id) {
        int index = indexOf(id);
        return index > 0 ? Optional.of(levels.get(index - 1)) : Optional.empty();
    }

    /** Returns the position of a level, 0 for the first, or -1 if there is no such level. */
    public int indexOf(String id) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
