package dev.bellrope.core.scenario;

import dev.bellrope.core.TestPeople;
import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Alarm;
import dev.bellrope.core.escalation.Alarms;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Evolution;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.escalation.journal.Journal;
import dev.bellrope.core.escalation.rule.Decider;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.routing.Roster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** An S2 opened on Monday at nine, and then nothing strikes until the outage is over; then the oldest alarm first. */
final class Outage {
    private static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");
    private final Playbook playbook;

    Outage() {
        this(new TestPlaybook());
    }

    Outage(TestPlaybook playbook) {
        this.playbook = playbook.build();
    }

    List<String> after(String over) {
        Instant now = Instant.parse(over);
        Escalation state = Objects.requireNonNull(Evolution.after(
                null,
                MONDAY,
                "system",
                events(
                        null,
                        new Command.Open("ESC-1", "Orders fail", "", List.of(), TestPlaybook.judged("S2", "T2"), ""),
                        MONDAY)));
        Journal journal =
                new Journal(TestPlaybook.PRAGUE, id -> TestPeople.actor(id).name());
        List<String> lines = new ArrayList<>();
        for (Optional<Alarm> due = due(state, now); due.isPresent(); due = due(state, now)) {
            List<Event> events = events(state, new Command.Strike(due.get()), now);
            for (Event event : events) {
                String text =
                        journal.line(event).what() + " " + journal.line(event).text();
                lines.add(text.replaceAll("  \\(.*", ""));
            }
            state = Objects.requireNonNull(Evolution.after(state, now, "system", events));
        }
        return lines;
    }

    private Optional<Alarm> due(Escalation state, Instant now) {
        return Alarms.of(state, playbook).stream()
                .filter(alarm -> !alarm.at().isAfter(now))
                .min(Comparator.comparing(Alarm::at).thenComparing(Alarm::step));
    }

    private List<Event> events(@org.jspecify.annotations.Nullable Escalation state, Command command, Instant at) {
        Roster roster = new Roster(TestPeople.ALL, Map.of(), Map.of());
        Decision decision =
                Decider.decide(state, command, new Situation(at, Actor.SYSTEM, playbook, TestPeople.ACME, roster));
        return ((Decision.Accepted) decision).events();
    }
}
