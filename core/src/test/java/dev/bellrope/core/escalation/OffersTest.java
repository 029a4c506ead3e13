package dev.bellrope.core.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.TestPeople;
import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.escalation.rule.Decider;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import dev.bellrope.core.routing.Roster;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is offered by the playbook that comes with Bellrope. */
class OffersTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
    private static final Playbook BASELINE = Objects.requireNonNull(
            new PlaybookReader().read(PlaybookReader.baseline(), "baseline@1").playbook());
    private static final Roster ROSTER = new Roster(TestPeople.ALL, Map.of(), Map.of());

    private static final Actor MANAGER = new Actor("mia", "Mia", Set.of("manager"));

    private static Escalation offeredToBo() {
        Escalation open = after(
                null,
                new Command.Open("ESC-1", "Orders fail", "", List.of("T-1"), TestPlaybook.judged("S2", "T1"), ""));
        return after(open, new Command.HandOff("bo", "the disk", "", "call"));
    }

    private static Escalation after(@org.jspecify.annotations.Nullable Escalation state, Command command) {
        Decision decision = Decider.decide(state, command, situation(MANAGER));
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return Objects.requireNonNull(
                Evolution.after(state, MONDAY, MANAGER.id(), ((Decision.Accepted) decision).events()));
    }

    private static Situation situation(Actor actor) {
        return new Situation(MONDAY, actor, BASELINE, TestPeople.ACME, ROSTER);
    }

    private static Offers offers(String id, String... roles) {
        return Offers.of(offeredToBo(), situation(new Actor(id, id, Set.of(roles))));
    }

    @Test
    void whoever_may_assign_by_a_duty_assigns_and_does_not_answer_a_handoff_for_its_receiver() {
        Offers offers = offers("eve", "administrator", "escalation-manager");

        assertThat(offers.acts()).contains(Act.ASSIGN).doesNotContain(Act.ACCEPT_HANDOFF, Act.DECLINE_HANDOFF);
        assertThat(offers.roles()).contains("owner", "backup", "facilitator", "sponsor");
        assertThat(offers.contains(Act.ASSIGN, "lea")).isTrue();
        assertThat(offers.contains(Act.ASSIGN, Offers.ROUTER)).isTrue();
    }

    @Test
    void an_agent_can_take_a_role_that_nobody_holds_and_give_none() {
        Offers offers = offers("lea", "agent");

        assertThat(offers.acts())
                .contains(Act.ASSIGN)
                .doesNotContain(Act.HAND_OFF, Act.ACCEPT_HANDOFF, Act.DECLINE_HANDOFF);
        assertThat(offers.about().get(Act.ASSIGN)).containsExactly("lea");
        assertThat(offers.roles()).contains("communications").doesNotContain("owner", "backup", "facilitator");
    }

    @Test
    void the_receiver_of_a_handoff_answers_it_and_nobody_offers_another() {
        assertThat(offers("bo").acts()).contains(Act.ACCEPT_HANDOFF, Act.DECLINE_HANDOFF);
        assertThat(offers("mia", "manager").acts()).doesNotContain(Act.HAND_OFF);
    }

    @Test
    void nothing_is_offered_to_somebody_without_any_role() {
        assertThat(offers("eve").acts()).isEmpty();
    }
}
