package dev.bellrope.core.routing;

import dev.bellrope.core.calendar.WorkingCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A person of our company, as routing sees them.
 *
 * @param id stable id, {@code ana}
 * @param name the name people use
 * @param email where mail goes; empty if unknown
 * @param team the team's id; empty for none
 * @param function sales, success, support, engineering, product ...; empty for none
 * @param duties the duties they hold for the whole company: {@code escalation-manager}, {@code vp-engineering}
 * @param skills what they know
 * @param seniority 1 (new) to 5 (most senior)
 * @param calendar when they work, and in which time zone
 * @param backup the id of the person who stands in; empty for none
 * @param absences when they are away
 */
public record Person(
        String id,
        String name,
        String email,
        String team,
        String function,
        Set<String> duties,
        Set<String> skills,
        int seniority,
        WorkingCalendar calendar,
        String backup,
        List<Absence> absences) {
    public Person {
        duties = Set.copyOf(duties);
        skills = Set.copyOf(skills);
        absences = List.copyOf(absences);
    }

    /**
     * A time when a person is away, half-open.
     *
     * @param from the first instant away
     * @param until the first instant back
     * @param reason why, for colleagues to read
     */
    public record Absence(Instant from, Instant until, String reason) {}

    /** Returns whether they are away at an instant, whatever their hours. */
    public boolean isAbsent(Instant at) {
        return absences.stream().anyMatch(away -> !at.isBefore(away.from()) && at.isBefore(away.until()));
    }

    /** Returns whether they are at work at an instant: within their hours and not away. */
    public boolean isWorking(Instant at) {
        return !isAbsent(at) && calendar.isOpen(at);
    }
}
