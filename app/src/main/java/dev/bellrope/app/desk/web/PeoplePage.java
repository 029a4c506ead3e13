package dev.bellrope.app.desk.web;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.directory.Entries;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.entry.StoredEntry;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.store.EscalationFilter;
import dev.bellrope.app.escalations.store.EscalationRow;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.routing.Roster;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Our people: their workload, who is at work now, and who stands in for whom. */
@Controller
class PeoplePage {
    /**
     * The largest number of escalations to name on the page; counts beyond it are still right, and lead to the board.
     */
    private static final int NAMED = 500;

    private static final int OF_ONE = 100;

    private final Directory directory;
    private final Entries entries;
    private final Escalations escalations;
    private final Clock clock;

    PeoplePage(Directory directory, Entries entries, Escalations escalations, Clock clock) {
        this.directory = directory;
        this.entries = entries;
        this.escalations = escalations;
        this.clock = clock;
    }

    @GetMapping("/people")
    String people(VisibleAccounts visible, Model model) {
        Map<String, Roster.PersonLoad> loads = escalations.loads();
        Instant now = clock.instant();
        List<Person> people = directory.people();
        model.addAttribute(
                "people",
                people.stream()
                        .map(person ->
                                PersonStatus.of(person, loads.getOrDefault(person.id(), Roster.PersonLoad.NONE), now))
                        .sorted(Comparator.comparingInt(
                                        (PersonStatus one) -> -one.load().weight())
                                .thenComparing(one -> one.person().name()))
                        .toList());
        model.addAttribute(
                "heaviest",
                loads.values().stream()
                        .mapToInt(Roster.PersonLoad::weight)
                        .max()
                        .orElse(0));
        model.addAttribute(
                "carried",
                escalations.list(carried(Optional.empty(), visible), Long.MAX_VALUE, NAMED).stream()
                        .filter(row -> row.owner().isPresent())
                        .sorted(Comparator.comparing(EscalationRow::severity))
                        .collect(Collectors.groupingBy(row -> row.owner().orElse(""))));
        model.addAttribute("names", directory.names());
        return "people/people";
    }

    @GetMapping("/people/{id}")
    String person(@PathVariable String id, VisibleAccounts visible, Model model) {
        Person person =
                directory.findPerson(id).orElseThrow(() -> ProblemException.notFound("There is no person " + id + "."));
        Map<String, Roster.PersonLoad> loads = escalations.loads();
        List<Person> people = directory.people();
        Instant now = clock.instant();
        model.addAttribute("somebody", PersonStatus.of(person, loads.getOrDefault(id, Roster.PersonLoad.NONE), now));
        model.addAttribute(
                "heaviest",
                loads.values().stream()
                        .mapToInt(Roster.PersonLoad::weight)
                        .max()
                        .orElse(0));
        model.addAttribute("carried", escalations.list(carried(Optional.of(id), visible), Long.MAX_VALUE, OF_ONE));
        model.addAttribute(
                "others",
                escalations.listOpenOf(id, visible, OF_ONE).stream()
                        .filter(row -> !row.owner().equals(Optional.of(id))
                                || !row.status().equals("active"))
                        .toList());
        model.addAttribute(
                "standsInFor",
                people.stream().filter(one -> one.backup().equals(id)).toList());
        model.addAttribute("names", directory.names());
        model.addAttribute("absences", absences(person, visible, now));
        return "people/person";
    }

    /** Selects what counts as workload: owned and active, as the router counts it. */
    private static EscalationFilter carried(Optional<String> owner, VisibleAccounts visible) {
        return new EscalationFilter(Optional.of("active"), Optional.empty(), owner, Optional.empty(), false, visible);
    }

    /** Lists the current and future absences, the earliest first. */
    private List<Entry.AbsenceEntry> absences(Person person, VisibleAccounts visible, Instant now) {
        ZoneId zone = person.calendar().zone();
        return entries
                .<Entry.AbsenceEntry>list(EntryKind.ABSENCES, "", List.of(person.id(), ""), visible, OF_ONE)
                .stream()
                .map(StoredEntry::entry)
                .filter(away ->
                        away.person().equals(person.id()) && away.ends(zone).isAfter(now))
                .sorted(Comparator.comparing(away -> away.begins(zone)))
                .toList();
    }
}
