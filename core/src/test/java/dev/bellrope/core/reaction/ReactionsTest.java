package dev.bellrope.core.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.TestPeople;
import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.simulation.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is told what. */
class ReactionsTest implements Simulation.SimulationListener {
    private static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");
    private final List<Message> said = new ArrayList<>();
    private Account account = TestPeople.ACME;

    @Test
    @DisplayName("T74: everyone who was told of the start is told of the end, the customer included")
    void T74_told_of_the_start_told_of_the_end() {
        Simulation simulation = opened(playbook -> playbook);
        act(simulation, 10, "ana", new Command.Acknowledge());
        Set<String> start = told();
        act(simulation, 20, "bo", new Command.Resolve("Orders flow again."));

        assertThat(start).contains("contact:acme/joe", "person:ana", "person:mia");
        assertThat(told()).containsAll(start);
    }

    @Test
    @DisplayName("T74: who was asked to answer a request is told that it was declined")
    void T74_a_declined_request() {
        Simulation simulation = simulation(playbook -> playbook);
        Command request = new Command.Request(
                "ESC-1", "Orders fail", "", List.of(), TestPlaybook.judged("customer-asks", "S3", "T3"), "");
        simulation.begin(MONDAY, "ESC-1", "acme", TestPeople.actor("ana"), request);
        assertThat(told()).containsExactly("person:mia");

        simulation.act(MONDAY, "ESC-1", Actor.SYSTEM, new Command.Decline("no outage"));
        assertThat(told()).containsExactly("person:mia");
    }

    @Test
    @DisplayName("T69: an owner who handed it over is told of nothing any more")
    void T69_only_the_new_owner() {
        Simulation simulation = opened(playbook -> playbook);
        act(simulation, 1, "mia", new Command.Assign("owner", "bo", "knows it"));
        assertThat(told()).contains("person:bo");
        act(simulation, 2, "mia", new Command.Resolve("Orders flow again."));

        assertThat(told()).contains("person:bo").doesNotContain("person:ana");
    }

    @Test
    @DisplayName("nobody is told of what they did themselves")
    void nobody_is_told_of_their_own_act() {
        Simulation simulation = opened(playbook -> playbook);
        told();
        act(simulation, 1, "mia", new Command.Assign("communications", "mia", "I know Joe"));
        act(simulation, 2, "mia", new Command.RaiseLevel("the database"));
        act(simulation, 3, "mia", new Command.Resolve("Orders flow again."));

        assertThat(told()).contains("person:ana", "person:lea").doesNotContain("person:mia");
    }

    @Test
    @DisplayName("who became several things at once is told once of all of them, with the reason for each")
    void one_message_for_all_roles() {
        opened(playbook -> playbook.role("sponsor", "escalation-manager").role("communications", "escalation-manager"));

        assertThat(said)
                .filteredOn(message -> message.to().word().equals("person:mia"))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.because()).isEqualTo("you are its facilitator, sponsor, communications");
                    assertThat(message.facts().get("reason"))
                            .contains("facilitator: ", "sponsor: ", "communications: ");
                });
    }

    @Test
    @DisplayName("a customer without a contact is told nothing, and nothing breaks")
    void nobody_to_tell() {
        account = Account.named("acme", "ACME");
        Simulation simulation = opened(playbook -> playbook);
        act(simulation, 1, "ana", new Command.SendUpdate("On it.", "email"));

        assertThat(told()).noneMatch(word -> word.startsWith("contact:"));
    }

    @Test
    @DisplayName("T67: what the helpdesk has sent already is not sent again")
    void T67_sent_by_the_helpdesk() {
        Simulation simulation = opened(playbook -> playbook);
        told();
        act(simulation, 1, "ana", new Command.SendUpdate("On it.", "helpdesk"));

        assertThat(told()).doesNotContain("contact:acme/joe");
    }

    @Test
    @DisplayName("a promise that nobody looks after is told to the first of the ladder")
    void without_a_facilitator() {
        Simulation simulation = opened(playbook -> playbook.role("facilitator", "nobody"));
        told();
        simulation.tick(MONDAY.plus(Duration.ofHours(1)));

        assertThat(said.stream().filter(message -> message.template().equals("missed")))
                .extracting(message -> message.to().word())
                .containsExactly("person:ana", "person:lea");
    }

    @Test
    @DisplayName("T70: one happening is told to one person once, and its messages have keys of their own")
    void T70_no_duplicates() {
        Simulation simulation = opened(playbook -> playbook.role("sponsor", "escalation-manager"));
        simulation.tick(MONDAY.plus(Duration.ofHours(30)));

        assertThat(said).hasSizeGreaterThan(10).extracting(Message::dedupe).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("every message says which, how bad, and by when the next update comes")
    void facts() {
        Simulation simulation = opened(playbook -> playbook);
        act(simulation, 1, "ana", new Command.SendUpdate("On it.", "email"));

        assertThat(said.getLast().facts())
                .containsEntry("key", "ESC-1")
                .containsEntry("severity", "S2")
                .containsEntry("contact", "Joe")
                .containsEntry("text", "On it.")
                .containsEntry("next_update", "2026-11-16T12:01:00Z");
    }

    private Simulation opened(UnaryOperator<TestPlaybook> change) {
        Simulation simulation = simulation(change);
        Command open =
                new Command.Open("ESC-1", "Orders fail", "", List.of("T-1"), TestPlaybook.judged("S2", "T2"), "");
        simulation.begin(MONDAY, "ESC-1", "acme", Actor.SYSTEM, open);
        return simulation;
    }

    private Simulation simulation(UnaryOperator<TestPlaybook> change) {
        Playbook playbook = change.apply(new TestPlaybook()).build();
        return new Simulation(playbook, TestPeople.ALL, id -> account, this);
    }

    private static void act(Simulation simulation, int minute, String who, Command command) {
        assertThat(simulation.act(MONDAY.plusSeconds(60L * minute), "ESC-1", TestPeople.actor(who), command))
                .isInstanceOf(Decision.Accepted.class);
    }

    /** Who was told of something since the last look. */
    private Set<String> told() {
        Set<String> told =
                said.stream().map(message -> message.to().word()).collect(Collectors.toCollection(LinkedHashSet::new));
        said.clear();
        return told;
    }

    @Override
    public void said(Message message) {
        said.add(message);
    }
}
