package dev.bellrope.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.TestPeople;
import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.playbook.Exit;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.routing.Roster;
import dev.bellrope.core.simulation.Simulation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who leads a review. */
class ReviewLeadTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
    private static final String PROGRAM = "0191-token";
    private final TestPlaybook playbook = new TestPlaybook();

    /** An S4 that Ana owned and Mia facilitated, closed, and who leads its review. */
    private ReviewLead lead(List<Person> people, String... acted) {
        Playbook built = playbook.build();
        Simulation simulation =
                new Simulation(built, people, id -> TestPeople.ACME, new Simulation.SimulationListener() {});
        simulation.begin(
                MONDAY,
                "ESC-1",
                "acme",
                Actor.SYSTEM,
                new Command.Open("ESC-1", "Orders fail", "", List.of(), TestPlaybook.judged("S4", "T3"), ""));
        for (String who : acted) {
            Actor actor = who.equals(PROGRAM) ? new Actor(PROGRAM, "Jira", Set.of("agent")) : TestPeople.actor(who);
            simulation.act(MONDAY, "ESC-1", actor, new Command.SendUpdate("on it", "email"));
        }
        simulation.act(MONDAY, "ESC-1", Actor.SYSTEM, new Command.Resolve("flows"));
        Escalation closed = simulation.find("ESC-1").orElseThrow();
        Exit.Review review = Objects.requireNonNull(built.exit().review());
        Roster roster = new Roster(people, Map.of(), Map.of());
        return ReviewLead.of(closed, review, new Situation(MONDAY, Actor.SYSTEM, built, TestPeople.ACME, roster));
    }

    @Test
    void somebody_who_took_no_part_of_the_same_team_first() {
        ReviewLead lead = lead(TestPeople.ALL);

        assertThat(lead.person()).isEqualTo("bo");
        assertThat(lead.excluded()).containsExactly("ana", "mia");
        assertThat(lead.note()).isEqualTo("Somebody who took no part in ESC-1 leads it.");
    }

    @Test
    void somebody_of_another_team_where_the_whole_team_took_part() {
        ReviewLead lead = lead(TestPeople.ALL, "bo");

        assertThat(lead.person()).isEqualTo("lea");
        assertThat(lead.note()).isEqualTo("Somebody who took no part in ESC-1 leads it.");
    }

    @Test
    void nobody_where_everybody_took_part_and_that_is_said() {
        List<Person> few = TestPeople.ALL.stream()
                .filter(person -> List.of("ana", "bo", "mia").contains(person.id()))
                .toList();
        ReviewLead lead = lead(few, "bo");

        assertThat(lead.person()).isEmpty();
        assertThat(lead.note())
                .isEqualTo(
                        "Somebody who took no part in ESC-1 leads it. When it was opened, nobody was found: nobody of"
                                + " team platform is available, so everybody was looked at; nobody is available: Ana is involved"
                                + " in ESC-1, Bo is involved in ESC-1, Mia is involved in ESC-1.");
    }

    @Test
    void a_program_that_took_part_is_excluded_as_a_person_is() {
        assertThat(lead(TestPeople.ALL, PROGRAM).excluded()).containsExactly(PROGRAM, "ana", "mia");
    }

    @ParameterizedTest(name = "led by {0}: {1}")
    @CsvSource({"owner, ana", "facilitator, mia", "vp-engineering, vic", "backup, mia"})
    void a_role_or_a_duty_leads_it_else_whoever_looked_after_it(String ledBy, String who) {
        playbook.reviewLedBy(ledBy);
        ReviewLead lead = lead(TestPeople.ALL);

        assertThat(lead.person()).isEqualTo(who);
        assertThat(lead.excluded()).isEmpty();
    }
}
