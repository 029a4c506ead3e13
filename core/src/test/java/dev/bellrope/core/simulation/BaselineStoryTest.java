package dev.bellrope.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.TestPeople;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.fact.Facts;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.playbook.Triage;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import dev.bellrope.core.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The playbook that is shipped, lived through: its own words are understood at the end as at the beginning. */
class BaselineStoryTest implements Simulation.SimulationListener {
    private static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");
    private static final Playbook BASELINE = Objects.requireNonNull(
            new PlaybookReader().read(PlaybookReader.baseline(), "baseline@1").playbook());
    private final List<Event> events = new ArrayList<>();

    @ParameterizedTest(name = "{0}, raised {1} times: review {2}")
    @CsvSource({"S1, 0, true", "S2, 0, true", "S3, 0, false", "S4, 0, false", "S3, 1, false", "S3, 2, true"})
    void a_review_is_required_after_the_severe_and_the_highest(Severity severity, int raised, boolean required) {
        Simulation simulation = new Simulation(BASELINE, TestPeople.ALL, id -> TestPeople.ACME, this);
        var assessment = Triage.assessManually(BASELINE, TestPeople.ACME, severity, Facts.none(), MONDAY);
        simulation.begin(
                MONDAY,
                "ESC-1",
                "acme",
                Actor.SYSTEM,
                new Command.Open("ESC-1", "Orders fail", "", List.of(), assessment, ""));
        for (int i = 0; i < raised; i++) {
            act(simulation, new Command.RaiseLevel("so"));
        }
        act(simulation, new Command.Resolve("Orders flow again."));
        BASELINE.exit()
                .criteria()
                .forEach(criterion -> act(simulation, new Command.WaiveCriterion(criterion.name(), "a test")));
        simulation.tick(MONDAY.plus(Duration.ofDays(30)));
        if (events.stream().noneMatch(Event.Closed.class::isInstance)) {
            simulation.act(MONDAY.plus(Duration.ofDays(30)), "ESC-1", Actor.SYSTEM, new Command.Close("over"));
        }

        assertThat(events).hasAtLeastOneElementOfType(Event.Closed.class);
        assertThat(events.stream().anyMatch(Event.ReviewRequired.class::isInstance))
                .isEqualTo(required);
    }

    @Test
    void a_missed_objective_is_heard() {
        Simulation simulation = new Simulation(BASELINE, TestPeople.ALL, id -> TestPeople.ACME, this);
        simulation.hear(new Signal(
                "monitor", "1", "slo.missed", MONDAY, "acme", "", "Orders fail", Map.of("share_of_users", 0.8)));

        assertThat(simulation.escalations()).hasSize(1);
        assertThat(events.getFirst()).isInstanceOf(Event.Opened.class);
    }

    private static void act(Simulation simulation, Command command) {
        assertThat(simulation.act(MONDAY, "ESC-1", Actor.SYSTEM, command))
                .as(command.word())
                .isInstanceOf(Decision.Accepted.class);
    }

    @Override
    public void happened(Instant at, String key, Event event) {
        events.add(event);
    }
}
