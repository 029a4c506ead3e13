package dev.bellrope.core.routing;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.calendar.Holidays;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.calendar.Week;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.playbook.Guardrails;
import dev.bellrope.core.playbook.Ladder;
import dev.bellrope.core.playbook.Route;
import dev.bellrope.core.playbook.Severity;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A made-up company whose people, loads and routes are written as short texts. */
final class Company {
    /** Wednesday, 11:00 in Prague, 19:00 in Tokyo, 05:00 in New York. */
    static final Instant WEDNESDAY = Instant.parse("2026-11-18T10:00:00Z");

    final List<Person> people = new ArrayList<>();
    final Map<String, Roster.PersonLoad> loads = new LinkedHashMap<>();
    final Map<String, Integer> handled = new LinkedHashMap<>();
    final Map<String, String> accountPeople = new LinkedHashMap<>();
    final Map<String, String> roles = new LinkedHashMap<>();
    String team = "platform";
    List<String> skills = List.of("kubernetes", "networking");
    List<String> taskForce = List.of();
    Severity severity = Severity.S3;
    ValueBand band = ValueBand.GROWTH;

    /**
     * Adds somebody: an id and words of the form {@code zone=Asia/Tokyo hours=09:00-17:00 team= skills=a+b duties=c seniority=4
     * function=product backup=bo absent=2026-12-01T00:00:00Z/holiday load=2/12 handled=3}.
     */
    Company with(String id, String words) {
        Map<String, String> has = new LinkedHashMap<>(Map.of(
                "zone", "Europe/Prague", "hours", "09:00-17:00", "team", "platform", "skills", "", "duties", ""));
        has.putAll(Map.of("seniority", "4", "function", "support", "backup", "", "absent", "", "load", ""));
        has.put("handled", "");
        Arrays.stream(words.split(" ", -1)).filter(word -> !word.isBlank()).forEach(word -> {
            if (has.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1)) == null) {
                throw new IllegalArgumentException(word);
            }
        });
        ZoneId zone = ZoneId.of(get(has, "zone"));
        String hours = get(has, "hours");
        WorkingCalendar calendar = hours.equals("always")
                ? WorkingCalendar.always()
                : WorkingCalendar.of(
                        id, zone, Week.parse(Map.of("mon-fri", List.of(hours.split(",", -1)))), Holidays.NONE);
        String[] absent = get(has, "absent").split("/", -1);
        List<Person.Absence> absences = absent.length < 2
                ? List.of()
                : List.of(new Person.Absence(
                        absent.length == 3 ? Instant.parse(absent[0]) : WEDNESDAY.minusSeconds(1),
                        Instant.parse(absent[absent.length - 2]),
                        absent[absent.length - 1]));
        people.add(new Person(
                id,
                id.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + id.substring(1),
                "",
                get(has, "team"),
                get(has, "function"),
                set(get(has, "duties")),
                set(get(has, "skills")),
                Integer.parseInt(get(has, "seniority")),
                calendar,
                get(has, "backup"),
                absences));
        if (!get(has, "load").isEmpty()) {
            String[] load = get(has, "load").split("/", -1);
            loads.put(id, new Roster.PersonLoad(Integer.parseInt(load[0]), Integer.parseInt(load[1])));
        }
        if (!get(has, "handled").isEmpty()) {
            handled.put(id, Integer.parseInt(get(has, "handled")));
        }
        return this;
    }

    Company route(String... rolesAndFillings) {
        for (int i = 0; i < rolesAndFillings.length; i += 2) {
            roles.put(rolesAndFillings[i], rolesAndFillings[i + 1]);
        }
        return this;
    }

    Company severity(String word) {
        severity = Severity.valueOf(word);
        return this;
    }

    Company band(ValueBand value) {
        band = value;
        return this;
    }

    Roster roster() {
        return new Roster(people, loads, handled);
    }

    Roster shuffled(long seed) {
        List<Person> other = new ArrayList<>(people);
        Collections.shuffle(other, new Random(seed));
        return new Roster(other, loads, handled);
    }

    RoutingNeed need() {
        Route route = new Route("platform-outage", null, team, skills, roles, taskForce, "", Map.of());
        Account account = new Account("acme", "ACME", "", "EU", Map.of(), List.of(), accountPeople);
        return new RoutingNeed(account, severity, band, "L1", route, WEDNESDAY);
    }

    RoutingNeed needWithoutRoute() {
        return new RoutingNeed(need().account(), severity, band, "L1", null, WEDNESDAY);
    }

    Assignment fill(String role, Map<String, String> filled, String... without) {
        return Routing.fill(role, need(), filled, List.of(without), roster());
    }

    Assignment owner() {
        return fill(Route.OWNER, Map.of());
    }

    List<Assignment> assemble() {
        return Routing.assemble(need(), roster());
    }

    List<Assignment> atLevel(String... names) {
        return Routing.atLevel(level(names), need(), roster());
    }

    static Ladder.Level level(String... names) {
        return new Ladder.Level("L2", "specialists", List.of(), List.of(names), List.of(), List.of());
    }

    static Guardrails guardrails(Map<ValueBand, Span> longestWait) {
        return new Guardrails(4, 10, 20, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, Set.of(), Set.of(), 0, longestWait);
    }

    /** As in {@code owner=ana backup=- }, in the order of the assignments. */
    static String brief(List<Assignment> assignments) {
        return String.join(
                " ",
                assignments.stream()
                        .map(one -> one.role() + "=" + (one.isFilled() ? one.person() : "-"))
                        .toList());
    }

    /** What was said of somebody who was looked at. */
    static String saidOf(String person, Assignment assignment) {
        return assignment.candidates().stream()
                .filter(candidate -> candidate.person().equals(person))
                .findFirst()
                .orElseThrow()
                .because();
    }

    private static String get(Map<String, String> has, String key) {
        return has.getOrDefault(key, "");
    }

    private static Set<String> set(String words) {
        return words.isEmpty() ? Set.of() : Set.of(words.split("\\+", -1));
    }
}
