package dev.bellrope.core.scenario;

import static dev.bellrope.core.scenario.Scenario.KEY;
import static dev.bellrope.core.scenario.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.TestPeople;
import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.playbook.EscalationKind;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.playbook.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is heard, and what it becomes. */
class J_HearingTest {
    @Test
    @DisplayName("a signal that a trigger hears opens an escalation; one that none hears does not")
    void J01_a_signal_opens() {
        Scenario scenario = listening().at("Mon 09:00").hears("ticket.note", "T-1", "a note", Map.of());
        assertThat(scenario.lines()).isEmpty();

        scenario.hears("slo.missed", "T-1", "Orders fail", Map.of());
        assertThat(scenario.state().severity()).isEqualTo(Severity.S2);
        assertThat(scenario.state().assessment().trigger()).isEqualTo("slo-missed");
        assertThat(scenario.state().tickets()).containsOnlyKeys("T-1");
        assertThat(scenario.lines().getFirst())
                .startsWith("Mon 09:00  opened       S2 T2  Orders fail   because slo-missed: an objective was missed");
    }

    @Test
    @DisplayName("a storm of signals of one account is one escalation that covers every ticket")
    void J02_a_storm_is_one() {
        Scenario scenario = listening().at("Mon 09:00");
        for (int ticket = 1; ticket <= 50; ticket++) {
            scenario.hears("slo.missed", "T-" + ticket, "Orders fail", Map.of());
        }

        assertThat(scenario.all()).hasSize(1);
        assertThat(scenario.state().tickets()).hasSize(50);
    }

    @ParameterizedTest(name = "T49: heard again {0} later: {1} escalation(s)")
    @CsvSource({"PT23H59M59S, 1", "PT24H, 2", "PT24H1S, 2"})
    void T49_what_counts_as_one_trouble_ends_after_a_day(Duration later, int escalations) {
        Scenario scenario = listening().at("Mon 09:00").hears("slo.missed", "T-1", "Orders fail", Map.of());
        scenario.after(later).hears("slo.missed", "T-2", "Orders fail", Map.of());

        assertThat(scenario.all()).hasSize(escalations);
    }

    @Test
    @DisplayName("a worse signal makes it worse, a milder one changes nothing")
    void J03_only_ever_worse() {
        Scenario scenario = listening()
                .at("Mon 09:00")
                .hears("slo.missed", "T-1", "Orders fail", Map.of())
                .hears("safety.concern", "T-1", "Somebody may be hurt", Map.of());
        assertThat(scenario.state().severity()).isEqualTo(Severity.S1);
        assertThat(scenario.state().assessment().tier()).isEqualTo("T1");

        scenario.hears("slo.missed", "T-1", "Orders fail", Map.of());
        assertThat(scenario.state().severity()).isEqualTo(Severity.S1);
    }

    @Test
    @DisplayName("our answer in the helpdesk acknowledges and updates, and the customer is not written to again")
    void J04_an_answer_in_the_helpdesk_counts() {
        scenario()
                .playbook(playbook -> trigger(playbook)
                        .counts("ticket.reply", "acknowledge", "update")
                        .without("plan")
                        .without("resolve"))
                .at("Mon 09:00")
                .hears("slo.missed", "T-1", "Orders fail", Map.of())
                .skip()
                .at("Mon 09:20")
                .hears("ticket.reply", "T-1", "We are on it.", Map.of("by", "bo"))
                .journal("""
                        Mon 09:20  acknowledged by Bo
                        Mon 09:20  met          acknowledge
                        Mon 09:20  told customer We are on it.  (helpdesk)
                        Mon 09:20  met          update
                        Mon 09:20  target       update by Mon 13:20  (4h of office hours, no. 2)
                        """);
    }

    @Test
    @DisplayName("the last ticket resolved in the helpdesk resolves it, reopened there it comes back")
    void J05_resolved_and_reopened_in_the_helpdesk() {
        Scenario scenario = scenario()
                .playbook(playbook ->
                        trigger(playbook).counts("ticket.resolved", "resolve").counts("ticket.reopened", "reopen"))
                .at("Mon 09:00")
                .hears("slo.missed", "T-1", "Orders fail", Map.of())
                .hears("slo.missed", "T-2", "Orders fail", Map.of())
                .hears("ticket.resolved", "T-1", "done", Map.of());
        assertThat(scenario.state().status()).isEqualTo(Status.ACTIVE);
        assertThat(scenario.hears("ticket.resolved", "T-2", "done", Map.of())
                        .state()
                        .status())
                .isEqualTo(Status.WATCH);

        scenario.at("Mon 12:00").hears("ticket.reopened", "T-2", "it is back", Map.of());
        assertThat(scenario.state().status()).isEqualTo(Status.ACTIVE);
        assertThat(scenario.state().tickets()).containsEntry("T-1", true).containsEntry("T-2", false);
    }

    @ParameterizedTest(name = "T29 T41: a message by {0} ends the pause")
    @ValueSource(strings = {"email", "portal", "phone"})
    void J06_T29_T41_the_customers_message_ends_the_pause(String channel) {
        Scenario scenario = listening()
                .at("Mon 09:00")
                .hears("slo.missed", "T-1", "Orders fail", Map.of())
                .does("ana", new Command.Pause("waiting-on-customer", ""))
                .at("Mon 11:00")
                .hears("ticket.customer-message", "T-1", "Here you are.", Map.of("channel", channel));

        assertThat(scenario.state().pause()).isNull();
    }

    @Test
    @DisplayName("a signal that must be accepted first is a request")
    void J07_a_request() {
        Scenario scenario = scenario().at("Mon 09:00").hears("escalation.requested", "T-1", "Please hurry", Map.of());

        assertThat(scenario.state().status()).isEqualTo(Status.REQUESTED);
        assertThat(scenario.state().severity())
                .as("nothing said how bad: the mildest")
                .isEqualTo(Severity.S4);
    }

    @Test
    @DisplayName("an answer that nobody gave on the ticket is noticed and opens an escalation by itself")
    void J08_a_missed_reply_opens() {
        SupportPlan gold = new SupportPlan(
                "gold",
                "office",
                Map.of("first-reply", Map.of("otherwise", Span.parse("2h"))),
                Set.of(),
                SupportPlan.ReopeningRule.CONTINUE);
        Scenario scenario = scenario()
                .playbook(playbook -> trigger(playbook).plan(gold))
                .at("Fri 16:00")
                .hears("ticket.opened", "T-9", "Where is my order?", Map.of());
        assertThat(scenario.at("Mon 09:59").ticks().all()).isEmpty();
        assertThat(scenario.at("Mon 10:00").ticks().all()).hasSize(1);
        assertThat(scenario.state().title()).isEqualTo("Where is my order?");
    }

    @Test
    @DisplayName("it came back after the watch began: the same escalation, not a second one")
    void J09_heard_again_while_it_is_watched() {
        Scenario scenario = listening()
                .at("Mon 09:00")
                .hears("slo.missed", "T-1", "Orders fail", Map.of())
                .does("ana", new Command.Resolve("Orders flow again."))
                .at("Tue 09:00")
                .hears("slo.missed", "T-1", "Orders fail", Map.of());

        assertThat(scenario.all()).hasSize(1);
        assertThat(scenario.state(KEY).counts().reopenings()).isEqualTo(1);
    }

    @Test
    @DisplayName("an account of which only the name is known is heard like any other")
    void J10_an_unknown_account() {
        Scenario scenario = listening()
                .account(Account.named("nobody", "Nobody Ltd"))
                .at("Mon 09:00")
                .hears("slo.missed", "T-1", "Orders fail", Map.of());

        assertThat(scenario.state().accountName()).isEqualTo("Nobody Ltd");
        assertThat(TestPeople.ACME.contacts()).isNotEmpty();
    }

    private static Scenario listening() {
        return scenario().playbook(J_HearingTest::trigger);
    }

    private static TestPlaybook trigger(TestPlaybook playbook) {
        return playbook.trigger(hearing("slo-missed", "an objective was missed", Severity.S2, "slo.missed"))
                .trigger(hearing("safety", "somebody may be harmed", Severity.S1, "safety.concern"))
                .trigger(hearing("stalled", "the customer waits for us", Severity.S3, "ticket.target.missed"));
    }

    private static Trigger hearing(String name, String because, Severity severity, String kind) {
        return new Trigger(
                name, because, List.of(kind), null, null, null, severity, EscalationKind.TICKET, List.of(), Span.ZERO);
    }
}
