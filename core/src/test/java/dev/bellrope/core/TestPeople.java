package dev.bellrope.core;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.account.Contact;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.routing.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The people of the made-up company: Ana and Bo answer, Mia manages, Lea leads the specialists, Vic decides. */
public final class TestPeople {
    /** A customer with one contact, Joe. */
    public static final Account ACME = new Account(
            "acme",
            "ACME",
            "gold",
            "EU",
            Map.of(),
            List.of(new Contact("joe", "Joe", "joe@acme.test", "email", "en", "Europe/Prague")),
            Map.of());

    public static final List<Person> ALL = List.of(
            person("ana", "Ana", "platform", Set.of()),
            person("bo", "Bo", "platform", Set.of()),
            person("lea", "Lea", "specialists", Set.of("specialist-lead")),
            person("mia", "Mia", "managers", Set.of("escalation-manager")),
            person("vic", "Vic", "managers", Set.of("vp-engineering")));

    private static final Map<String, String> ROLES =
            Map.of("ana", "agent", "bo", "agent", "lea", "agent", "mia", "manager", "vic", "executive");

    private TestPeople() {}

    public static Person person(String id, String name, String team, Set<String> duties) {
        return new Person(
                id,
                name,
                "",
                team,
                "support",
                duties,
                Set.of(),
                4,
                TestPlaybook.OFFICE,
                id.equals("ana") ? "bo" : "",
                List.of());
    }

    /** The same person, away for a time. */
    public static Person away(Person person, Person.Absence absence) {
        return new Person(
                person.id(),
                person.name(),
                person.email(),
                person.team(),
                person.function(),
                person.duties(),
                person.skills(),
                person.seniority(),
                person.calendar(),
                person.backup(),
                List.of(absence));
    }

    /** The same person in other hours. */
    public static Person working(Person person, WorkingCalendar calendar) {
        return new Person(
                person.id(),
                person.name(),
                person.email(),
                person.team(),
                person.function(),
                person.duties(),
                person.skills(),
                person.seniority(),
                calendar,
                person.backup(),
                person.absences());
    }

    /** One of them acting, with what they are and the duties they hold; {@code system} is Bellrope itself. */
    public static Actor actor(String id) {
        return ALL.stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .map(person -> {
                    Set<String> roles = new HashSet<>(person.duties());
                    roles.add(ROLES.getOrDefault(id, ""));
                    return new Actor(id, person.name(), roles);
                })
                .orElse(id.equals("system") ? Actor.SYSTEM : new Actor(id, id, Set.of()));
    }
}
