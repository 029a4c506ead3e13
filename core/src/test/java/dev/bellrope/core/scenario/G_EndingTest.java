package dev.bellrope.core.scenario;

import static dev.bellrope.core.scenario.Scenario.KEY;
import static dev.bellrope.core.scenario.Scenario.scenario;

import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.PlanStep;
import dev.bellrope.core.playbook.Exit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The way back: what must hold, the watch, and closing. */
class G_EndingTest {
    @Test
    @DisplayName("it is not closed while a criterion is open, and says what is missing")
    void G01_every_kind_of_criterion() {
        Scenario scenario = scenario()
                .playbook(playbook ->
                        everyKind(playbook).watch(Map.of()).without("plan").without("resolve"))
                .at("Mon 09:00")
                .opens("S2", "T2")
                .does("ana", new Command.AskDecision("Roll back?", List.of(), "vic"))
                .does("ana", new Command.Resolve("Orders flow again."))
                .skip()
                .does("mia", new Command.Close(""))
                .does("ana", new Command.ConfirmCriterion("cause-known", "I know it"))
                .does("ana", new Command.ConfirmCriterion("all-is-well", "yes"))
                .does("ana", new Command.RecordRootCause("A worn disk."))
                .does("ana", new Command.SetPlan(List.of(PlanStep.open("1", "Replace it", "", null, "")), ""))
                .does("ana", new Command.ValidateStep("1", false, "still slow"))
                .does("mia", new Command.Close(""))
                .journal("""
                        Mon 09:00  refused      close   because exit criteria are open: cause-known (no root cause is recorded); fix-validated (there is no remediation plan); customer-confirms (the customer has not confirmed; silence counts as yes from 2026-11-18T08:00:00Z); promises-answered (still owed: root-cause); tickets-done (not done: T-1); customer-is-told (nobody has confirmed: customer is told)
                        Mon 09:00  refused      confirm-criterion   because 'cause-known' is found out, not said: no root cause is recorded
                        Mon 09:00  refused      confirm-criterion   because 'all-is-well' is no exit criterion; there are [cause-known, fix-validated, customer-confirms, promises-answered, tickets-done, customer-is-told]
                        Mon 09:00  root cause   A worn disk.
                        Mon 09:00  met          root-cause
                        Mon 09:00  plan         Replace it
                        Mon 09:00  validated    step 1 failed: still slow
                        Mon 09:00  refused      close   because exit criteria are open: fix-validated (steps not validated: 1); customer-confirms (the customer has not confirmed; silence counts as yes from 2026-11-18T08:00:00Z); promises-answered (unanswered: D1); tickets-done (not done: T-1); customer-is-told (nobody has confirmed: customer is told)
                        """);
        scenario.does("ana", new Command.ValidateStep("1", true, "fast"))
                .does("vic", new Command.Decide("D1", "", "no", "not needed"))
                .does("ana", new Command.ConfirmCriterion("customer-is-told", "in person"))
                .does("ana", new Command.ConfirmCriterion("customer-confirms", "Joe wrote"))
                .does(Actor.SYSTEM, KEY, new Command.SeeTicket("T-1", true))
                .journal("""
                        Mon 09:00  validated    step 1 passed: fast
                        Mon 09:00  decided      Roll back? -> no   because not needed
                        Mon 09:00  criterion    customer is told holds: in person
                        Mon 09:00  criterion    customer confirms holds: Joe wrote
                        Mon 09:00  ticket       T-1 is done
                        Mon 09:00  closed       every exit criterion holds
                        Mon 09:00  review       due Sat 09:00, led by someone uninvolved   because a review is required when severity <= S2 || climbed_to == L3
                        """);
    }

    @Test
    @DisplayName("silence counts as a yes after 48 hours; what the customer writes begins it anew")
    void G02_silence() {
        scenario()
                .playbook(playbook -> playbook.criterion("customer-confirms", silence())
                        .watch(Map.of())
                        .without("root-cause")
                        .noReview())
                .at("Mon 09:00")
                .opens("S2", "T2")
                .does("ana", new Command.Resolve("Orders flow again."))
                .skip()
                .at("Wed 08:00")
                .does(Actor.SYSTEM, KEY, new Command.HearCustomer("S2", "We are looking."))
                .at("Fri 09:00")
                .ticks()
                .journal("""
                        Wed 08:00  customer     We are looking.
                        Fri 08:00  closed       every exit criterion holds
                        """);
    }

    @Test
    @DisplayName("a criterion is waived by somebody entitled, with a reason")
    void G03_a_criterion_is_waived() {
        scenario()
                .playbook(playbook -> playbook.criterion("cause-known", new Exit.Check.CauseKnown())
                        .watch(Map.of())
                        .without("root-cause")
                        .noReview())
                .at("Mon 09:00")
                .opens("S3", "T3")
                .does("ana", new Command.Resolve("Orders flow again."))
                .skip()
                .does("mia", new Command.WaiveCriterion("cause-known", "the machine is gone"))
                .does("vic", new Command.WaiveCriterion("cause-guessed", "the machine is gone"))
                .does("vic", new Command.WaiveCriterion("cause-known", "the machine is gone"))
                .journal("""
                        Mon 09:00  refused      waive-criterion   because Mia may not waive; the playbook lets executive
                        Mon 09:00  refused      waive-criterion   because 'cause-guessed' is no exit criterion; there are [cause-known]
                        Mon 09:00  criterion    cause known is waived   because the machine is gone
                        Mon 09:00  closed       every exit criterion holds
                        """);
    }

    @Test
    @DisplayName("watched until the end, or closed earlier by somebody entitled with a note that says why")
    void G04_early_close_with_a_note() {
        scenario()
                .playbook(playbook -> playbook.closesByHand()
                        .may("close", "manager", "executive")
                        .noReview())
                .at("Mon 09:00")
                .opens("S2", "T2")
                .does("ana", new Command.Resolve("Orders flow again."))
                .skip()
                .does("mia", new Command.Close("done"))
                .does("mia", new Command.DeEscalate("they are happy"))
                .does("mia", new Command.Close("done"))
                .does("vic", new Command.Close(""))
                .does("vic", new Command.Close("the contract ends today"))
                .at("Mon 09:00")
                .ticks()
                .journal("""
                        Mon 09:00  refused      close   because a watch period of 3d comes first: de-escalate it
                        Mon 09:00  watch        until Thu 09:00   because they are happy
                        Mon 09:00  refused      close   because it is watched until 2026-11-19T08:00:00Z; somebody who may waive can close it earlier, with a note that says why
                        Mon 09:00  refused      close   because it is watched until 2026-11-19T08:00:00Z; somebody who may waive can close it earlier, with a note that says why
                        Mon 09:00  stopped      root-cause is owed no more   because closed
                        Mon 09:00  closed       the contract ends today
                        """);
    }

    @Test
    @DisplayName("by hand after the watch; closed as soon as nothing stands against it")
    void G05_closed_after_the_watch() {
        scenario()
                .playbook(playbook -> playbook.closesByHand().noReview())
                .at("Mon 09:00")
                .opens("S2", "T2")
                .does("ana", new Command.Resolve("Orders flow again."))
                .does("mia", new Command.DeEscalate("they are happy"))
                .skip()
                .at("Thu 09:00")
                .ticks()
                .does("mia", new Command.Close("done"))
                .journal("""
                        Thu 09:00  watch        is over
                        Thu 09:00  stopped      root-cause is owed no more   because closed
                        Thu 09:00  closed       done
                        """);
    }

    @Test
    @DisplayName("closing is not automatic where the guardrails say never, whatever the exit says")
    void G06_never_automatic() {
        scenario()
                .playbook(playbook -> playbook.neverAutomatic("closing").noReview())
                .at("Mon 09:00")
                .opens("S2", "T2")
                .does("ana", new Command.RecordRootCause("A worn disk."))
                .does("ana", new Command.Resolve("Orders flow again."))
                .skip()
                .at("Sun 09:00")
                .ticks()
                .journal("""
                        Thu 09:00  watch        is over
                        """)
                .does("mia", new Command.Close("done"))
                .journal("""
                        Sun 09:00  closed       done
                        """);
    }

    @Test
    @DisplayName("a severity that is not watched is closed as soon as everything holds")
    void G07_no_watch() {
        scenario()
                .at("Mon 09:00")
                .opens("S4", "T3")
                .skip()
                .does("ana", new Command.Resolve("It was a typing mistake."))
                .journal("""
                        Mon 09:00  resolved     It was a typing mistake.
                        Mon 09:00  met          acknowledge
                        Mon 09:00  met          resolve
                        Mon 09:00  stopped      update is owed no more   because resolved
                        Mon 09:00  closed       every exit criterion holds
                        """);
    }

    private static TestPlaybook everyKind(TestPlaybook playbook) {
        return playbook.criterion("cause-known", new Exit.Check.CauseKnown())
                .criterion("fix-validated", new Exit.Check.FixValidated())
                .criterion("customer-confirms", silence())
                .criterion("promises-answered", new Exit.Check.PromisesAnswered())
                .criterion("tickets-done", new Exit.Check.TicketsDone())
                .criterion("customer-is-told", new Exit.Check.Confirmed());
    }

    private static Exit.Check silence() {
        return new Exit.Check.CustomerConfirms(Span.parse("48h"));
    }
}
