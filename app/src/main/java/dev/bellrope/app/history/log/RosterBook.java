package dev.bellrope.app.history.log;

import dev.bellrope.core.routing.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Our people as a log knows them: everybody who acted, each in the team in which they acted most often. */
final class RosterBook {
    /** The middle of 1 to 5, since a log does not tell. */
    private static final int SENIORITY = 3;

    private final Mapping.@Nullable People mapping;
    private final LogHeader header;
    private final Map<String, BookedPerson> entries = new LinkedHashMap<>();

    RosterBook(Mapping.@Nullable People mapping, LogHeader header) {
        this.mapping = mapping;
        this.header = header;
    }

    private record BookedPerson(String name, Map<String, Integer> teams) {
        /** Returns the most frequent team; of several, the one seen first. */
        String team() {
            String most = "";
            int times = 0;
            for (Map.Entry<String, Integer> team : teams.entrySet()) {
                if (team.getValue() > times) {
                    most = team.getKey();
                    times = team.getValue();
                }
            }
            return most;
        }
    }

    void note(LogRow row) {
        if (mapping == null) {
            return;
        }
        String id = header.text(row, mapping.id());
        if (id.isEmpty()) {
            return;
        }
        BookedPerson entry = entries.computeIfAbsent(id, first -> {
            String name = mapping.name().render(header, row);
            return new BookedPerson(name.isEmpty() ? id : name, new LinkedHashMap<>());
        });
        String team = mapping.team() == null ? "" : header.text(row, mapping.team());
        if (!team.isEmpty()) {
            entry.teams().merge(team, 1, Integer::sum);
        }
    }

    List<Person> people() {
        if (mapping == null) {
            return List.of();
        }
        Mapping.People said = mapping;
        return entries.entrySet().stream()
                .map(one -> new Person(
                        one.getKey(),
                        one.getValue().name(),
                        "",
                        one.getValue().team(),
                        "support",
                        Set.of(),
                        Set.of(),
                        SENIORITY,
                        said.calendar(),
                        "",
                        List.of()))
                .toList();
    }
}
