package dev.bellrope.core.routing;

import dev.bellrope.core.calendar.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether a person can take work, now or later. Times in words use the person's own time zone, and name it. */
sealed interface Availability {
    /** Within working hours, until they end or an absence starts; empty if neither happens within {@link #SIGHT}. */
    record OnDuty(Optional<Instant> until) implements Availability {}

    /** Outside working hours; {@code opens} is when the person is next at work, absences taken into account. */
    record OffDuty(Instant opens) implements Availability {}

    /** Absent, including any absences that follow without a gap. */
    record Away(Instant until, String reason) implements Availability {}

    /** How far ahead to look for the end of duty. */
    Duration SIGHT = Duration.ofDays(8);

    DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** An absence that ends later than this counts as open-ended. */
    Duration FOR_GOOD = Duration.ofDays(3660);

    /** Returns a person's availability at an instant. */
    static Availability of(Person person, Instant at) {
        Optional<Person.Absence> absence = awayAt(person, at);
        if (absence.isPresent()) {
            return away(person, absence.get());
        }
        return person.calendar().isOpen(at) ? onDuty(person, at) : offDuty(person, at);
    }

    private static Availability onDuty(Person person, Instant at) {
        Instant horizon = at.plus(SIGHT);
        Interval opening = opening(person, at, horizon);
        Instant end = person.absences().stream()
                .filter(away -> away.from().isAfter(at) && away.until().isAfter(away.from()))
                .map(Person.Absence::from)
                .filter(from -> from.isBefore(opening.end()))
                .min(Comparator.naturalOrder())
                .orElse(opening.end());
        return new OnDuty(end.isBefore(horizon) ? Optional.of(end) : Optional.empty());
    }

    /** Returns the current opening. Most end within a day, so the whole way to the horizon is rarely searched. */
    private static Interval opening(Person person, Instant at, Instant horizon) {
        Instant tomorrow = at.plus(Duration.ofDays(1));
        Interval soon = person.calendar().openings(at, tomorrow).getFirst();
        return soon.end().isBefore(tomorrow)
                ? soon
                : person.calendar().openings(at, horizon).getFirst();
    }

    private static Availability offDuty(Person person, Instant at) {
        Instant opens = person.calendar().nextOpen(at);
        Optional<Person.Absence> absence = awayAt(person, opens);
        while (absence.isPresent()) {
            Away away = away(person, absence.get());
            if (away.until().isAfter(at.plus(FOR_GOOD))) {
                return away;
            }
            opens = person.calendar().nextOpen(away.until());
            absence = awayAt(person, opens);
        }
        return new OffDuty(opens);
    }

    private static Optional<Person.Absence> awayAt(Person person, Instant at) {
        return person.absences().stream()
                .filter(away -> !at.isBefore(away.from()) && at.isBefore(away.until()))
                .max(Comparator.comparing(Person.Absence::until).thenComparing(Person.Absence::reason));
    }

    private static Away away(Person person, Person.Absence first) {
        Instant until = first.until();
        List<Person.Absence> later = person.absences().stream()
                .sorted(Comparator.comparing(Person.Absence::from))
                .toList();
        for (Person.Absence next : later) {
            if (!next.from().isAfter(until) && next.until().isAfter(until)) {
                until = next.until();
            }
        }
        return new Away(until, first.reason());
    }

    /** Describes it in words, such as {@code on duty until 17:00 Europe/Prague}. */
    default String words(ZoneId zone, Instant at) {
        return switch (this) {
            case OnDuty(Optional<Instant> until) ->
                until.map(end -> "on duty until " + time(end, zone, at)).orElse("on duty round the clock");
            case OffDuty(Instant opens) -> "off duty until " + time(opens, zone, at);
            case Away(Instant until, String reason) ->
                (until.isAfter(at.plus(FOR_GOOD)) ? "absent until further notice" : "absent until " + day(until, zone))
                        + (reason.isBlank() ? "" : " (" + reason + ")");
        };
    }

    /** Returns the local time and the zone, with the date unless it is that of {@code today}. */
    private static String time(Instant instant, ZoneId zone, Instant today) {
        ZonedDateTime local = instant.atZone(zone);
        boolean sameDay = local.toLocalDate().equals(today.atZone(zone).toLocalDate());
        return (sameDay ? TIME : DAY_AND_TIME).format(local) + " " + zone;
    }

    /** Returns the date alone if the instant is the start of a day in the zone, else with time and zone. */
    private static String day(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? local.toLocalDate().toString()
                : DAY_AND_TIME.format(local) + " " + zone;
    }
}
