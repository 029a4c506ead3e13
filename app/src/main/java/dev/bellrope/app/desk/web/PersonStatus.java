package dev.bellrope.app.desk.web;

import dev.bellrope.core.routing.Person;
import dev.bellrope.core.routing.Roster;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A person's present state.
 *
 * @param away the current absence, if there is one
 * @param opens when their working hours next begin; empty while they are at work
 * @param ahead absences that begin within four weeks
 */
public record PersonStatus(
        Person person,
        Roster.PersonLoad load,
        boolean working,
        Optional<Person.Absence> away,
        Optional<Instant> opens,
        List<Person.Absence> ahead) {
    static PersonStatus of(Person person, Roster.PersonLoad load, Instant at) {
        Optional<Person.Absence> away = person.absences().stream()
                .filter(absence -> !at.isBefore(absence.from()) && at.isBefore(absence.until()))
                .max(Comparator.comparing(Person.Absence::until));
        boolean working = person.isWorking(at);
        return new PersonStatus(
                person,
                load,
                working,
                away,
                working
                        ? Optional.empty()
                        : Optional.of(person.calendar()
                                .nextOpen(away.map(Person.Absence::until).orElse(at))),
                person.absences().stream()
                        .filter(absence -> absence.from().isAfter(at))
                        .filter(absence -> absence.from().isBefore(at.plusSeconds(28L * 24 * 3600)))
                        .sorted(Comparator.comparing(Person.Absence::from))
                        .toList());
    }
}
