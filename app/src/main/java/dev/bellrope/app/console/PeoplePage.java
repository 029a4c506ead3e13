package dev.bellrope.app.console;

import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.routing.Roster;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Our people: who carries how much, who is at work now. */
@Controller
class PeoplePage {
    private final Directory directory;
    private final Escalations escalations;
    private final Clock clock;

    PeoplePage(Directory directory, Escalations escalations, Clock clock) {
        this.directory = directory;
        this.escalations = escalations;
        this.clock = clock;
    }

    @GetMapping("/people")
    String people(Model model) {
        Map<String, Roster.Load> loads = escalations.loads();
        Instant now = clock.instant();
        List<Person> people = directory.people();
        model.addAttribute(
                "people",
                people.stream()
                        .map(person -> Somebody.of(person, loads.getOrDefault(person.id(), Roster.Load.NONE), now))
                        .sorted(Comparator.comparing(
                                        (Somebody one) -> -one.load().weight())
                                .thenComparing(one -> one.person().name()))
                        .toList());
        model.addAttribute("names", people.stream().collect(Collectors.toMap(Person::id, Person::name)));
        model.addAttribute("now", now);
        return "people/people";
    }
}
