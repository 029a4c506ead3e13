package dev.bellrope.app.directory;

import static java.util.stream.Collectors.groupingBy;

import dev.bellrope.app.directory.entry.AbsenceEnd;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.Entry.AbsenceEntry;
import dev.bellrope.app.directory.entry.Entry.CalendarEntry;
import dev.bellrope.app.directory.entry.Entry.PersonEntry;
import dev.bellrope.app.directory.entry.EntryKind.DirectoryPart;
import dev.bellrope.app.directory.entry.StoredEntry;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.routing.Roster;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * A cache of our people with their calendars, loaded once per revision of the database. Each read checks that revision,
 * so that all nodes see a change as soon as it is committed.
 */
@Component
class RosterCache {
    record LoadedRoster(
            long revision,
            Roster roster,
            Map<String, WorkingCalendar> calendars,
            Map<CalendarEntry, WorkingCalendar> built) {}

    private static final LoadedRoster NOTHING = new LoadedRoster(-1, Roster.empty(), Map.of(), Map.of());

    private final RevisionTable revisions;
    private final PersonTable people;
    private final TeamTable teams;
    private final CalendarTable calendars;
    private final AbsenceTable absences;
    private final Calendars builder;
    private volatile LoadedRoster loaded = NOTHING;

    RosterCache(
            RevisionTable revisions,
            PersonTable people,
            TeamTable teams,
            CalendarTable calendars,
            AbsenceTable absences,
            Calendars builder) {
        this.revisions = revisions;
        this.people = people;
        this.teams = teams;
        this.calendars = calendars;
        this.absences = absences;
        this.builder = builder;
    }

    LoadedRoster get() {
        LoadedRoster known = loaded;
        long current = revisions.current(DirectoryPart.PEOPLE);
        // A write in between makes the tables disagree with the revision and with each other, so load again.
        while (known.revision() != current) {
            known = load(current, known.built());
            current = revisions.current(DirectoryPart.PEOPLE);
        }
        loaded = known;
        return known;
    }

    private LoadedRoster load(long revision, Map<CalendarEntry, WorkingCalendar> before) {
        Map<String, WorkingCalendar> byName = new HashMap<>();
        Map<CalendarEntry, WorkingCalendar> built = new HashMap<>();
        byName.put(WorkingCalendar.always().name(), WorkingCalendar.always());
        for (CalendarEntry entry : there(calendars)) {
            WorkingCalendar same = before.get(entry);
            WorkingCalendar calendar = same == null ? builder.build(entry) : same;
            built.put(entry, calendar);
            byName.put(entry.id(), calendar);
        }
        Map<String, String> ofTeams = new HashMap<>();
        there(teams).forEach(team -> ofTeams.put(team.id(), team.calendar()));
        Map<String, List<AbsenceEntry>> away = there(absences).stream().collect(groupingBy(AbsenceEntry::person));
        List<Person> persons = there(people).stream()
                .map(person ->
                        person(person, calendar(person, ofTeams, byName), away.getOrDefault(person.id(), List.of())))
                .toList();
        return new LoadedRoster(
                revision, new Roster(persons, Map.of(), Map.of()), Map.copyOf(byName), Map.copyOf(built));
    }

    private static <E extends Entry> List<E> there(EntryTable<E> table) {
        return table.list().stream()
                .filter(StoredEntry::isThere)
                .map(StoredEntry::entry)
                .toList();
    }

    private static WorkingCalendar calendar(
            PersonEntry person, Map<String, String> ofTeams, Map<String, WorkingCalendar> byName) {
        String name = person.calendar().isEmpty() ? ofTeams.getOrDefault(person.team(), "") : person.calendar();
        return byName.getOrDefault(name, WorkingCalendar.always());
    }

    private static Person person(PersonEntry entry, WorkingCalendar calendar, List<AbsenceEntry> away) {
        ZoneId zone = calendar.zone();
        return new Person(
                entry.id(),
                entry.name(),
                entry.email(),
                entry.team(),
                entry.function(),
                new HashSet<>(entry.duties()),
                new HashSet<>(entry.skills()),
                entry.seniority(),
                calendar,
                entry.backup(),
                away.stream()
                        .map(absence -> new Person.Absence(
                                AbsenceEnd.from(absence.from(), zone),
                                AbsenceEnd.until(absence.until(), zone),
                                absence.reason()))
                        .toList());
    }
}
