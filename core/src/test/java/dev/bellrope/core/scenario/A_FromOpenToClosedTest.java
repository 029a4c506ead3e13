package dev.bellrope.core.scenario;

import static dev.bellrope.core.scenario.Scenario.scenario;

import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.PlanStep;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The way an escalation goes when everybody keeps their word, and what a single act does. */
class A_FromOpenToClosedTest {
    @Test
    @DisplayName("open, acknowledge, plan, update, resolve, watch, close")
    void A01_the_whole_way() {
        scenario()
                .at("Mon 09:00")
                .opens("S2", "T2")
                .at("Mon 09:20")
                .does("ana", new Command.Acknowledge())
                .at("Mon 11:00")
                .does("ana", plan())
                .at("Mon 12:00")
                .does("ana", new Command.SendUpdate("The disk is being replaced.", "email"))
                .at("Mon 15:30")
                .does("ana", new Command.ValidateStep("1", true, "orders flow again"))
                .does("ana", new Command.RecordRootCause("A worn disk."))
                .does("ana", new Command.Resolve("Orders flow again."))
                .at("Thu 15:30")
                .ticks()
                .journal("""
                        Mon 09:00  opened       S2 T2  Orders fail   because outage: orders fail
                        Mon 09:00  owner        Ana  (on duty until 17:00 Europe/Prague, nothing open)
                        Mon 09:00  facilitator  Mia  (holds the duty escalation-manager; on duty until 17:00 Europe/Prague, nothing open)
                        Mon 09:00  target       acknowledge by Mon 10:00  (1h of office hours)
                        Mon 09:00  target       plan by Mon 13:00  (4h of office hours)
                        Mon 09:00  target       update by Mon 13:00  (4h of office hours)
                        Mon 09:00  target       resolve by Tue 17:00  (16h of office hours)
                        Mon 09:20  acknowledged by Ana
                        Mon 09:20  met          acknowledge
                        Mon 11:00  plan         Replace the disk; otherwise: order by phone
                        Mon 11:00  met          plan
                        Mon 12:00  told customer The disk is being replaced.  (email)
                        Mon 12:00  met          update
                        Mon 12:00  target       update by Mon 16:00  (4h of office hours, no. 2)
                        Mon 15:30  validated    step 1 passed: orders flow again
                        Mon 15:30  root cause   A worn disk.
                        Mon 15:30  resolved     Orders flow again.
                        Mon 15:30  met          resolve
                        Mon 15:30  stopped      update is owed no more   because resolved
                        Mon 15:30  watch        until Thu 15:30   because resolved
                        Thu 15:30  watch        is over
                        Thu 15:30  closed       every exit criterion holds
                        Thu 15:30  review       due Tue 15:30, led by someone uninvolved   because a review is required when severity <= S2 || climbed_to == L3
                        """)
                .told("""
                        Mon 09:00  person:ana  assigned: you are its owner
                        Mon 09:00  person:mia  assigned: you are its facilitator
                        Mon 09:20  contact:acme/joe  acknowledge: we have seen it and say so
                        Mon 12:00  contact:acme/joe  update: an update is promised, also when nothing is new
                        Mon 15:30  contact:acme/joe  resolved: it is resolved
                        Mon 15:30  person:mia  over: everybody who was told of its start is told of its end
                        Thu 15:30  person:ana  watch-ended: the watch period is over
                        Thu 15:30  person:ana  closed: it is closed
                        Thu 15:30  person:mia  closed: it is closed
                        """);
    }

    @Test
    @DisplayName("an update is owed even when nothing is new; sending one makes the next one owed")
    void A02_an_update_is_owed_again_and_again() {
        scenario()
                .playbook(
                        playbook -> playbook.without("plan").without("resolve").without("acknowledge"))
                .at("Mon 09:00")
                .opens("S3", "T3")
                .at("Mon 16:00")
                .does("ana", new Command.SendUpdate("Nothing is new.", "email"))
                .at("Tue 16:00")
                .ticks()
                .journal("""
                        Mon 09:00  opened       S3 T3  Orders fail   because outage: orders fail
                        Mon 09:00  owner        Ana  (on duty until 17:00 Europe/Prague, nothing open)
                        Mon 09:00  facilitator  Mia  (holds the duty escalation-manager; on duty until 17:00 Europe/Prague, nothing open)
                        Mon 09:00  target       update by Mon 17:00  (8h of office hours)
                        Mon 16:00  told customer Nothing is new.  (email)
                        Mon 16:00  met          update
                        Mon 16:00  target       update by Tue 16:00  (8h of office hours, no. 2)
                        Tue 16:00  missed       update no. 2, was due Tue 16:00
                        Tue 16:00  target       update by Wed 16:00  (8h of office hours, no. 3)
                        """);
    }

    @Test
    @DisplayName("the first word to the customer acknowledges too, and the customer is told once")
    void A03_an_update_acknowledges() {
        scenario()
                .at("Mon 09:00")
                .opens("S3", "T3")
                .skip()
                .at("Mon 09:10")
                .does("ana", new Command.SendUpdate("We are on it.", "email"))
                .journal("""
                        Mon 09:10  told customer We are on it.  (email)
                        Mon 09:10  acknowledged by Ana
                        Mon 09:10  met          acknowledge
                        Mon 09:10  met          update
                        Mon 09:10  target       update by Tue 09:10  (8h of office hours, no. 2)
                        """)
                .told("""
                        Mon 09:10  contact:acme/joe  update: an update is promised, also when nothing is new
                        """);
    }

    @Test
    @DisplayName("T78: who acknowledges second is told who was first")
    void A04_T78_two_acknowledge_at_once() {
        scenario()
                .at("Mon 09:00")
                .opens("S3", "T3")
                .skip()
                .at("Mon 09:10")
                .does("ana", new Command.Acknowledge())
                .does("bo", new Command.Acknowledge())
                .journal("""
                        Mon 09:10  acknowledged by Ana
                        Mon 09:10  met          acknowledge
                        Mon 09:10  refused      acknowledge   because ESC-1 was acknowledged already, by Ana at 2026-11-16T08:10:00Z
                        """);
    }

    @Test
    @DisplayName("a workaround, a note and a decision that nobody had asked for")
    void A05_what_the_timeline_holds() {
        scenario()
                .at("Mon 09:00")
                .opens("S3", "T3")
                .skip()
                .at("Mon 10:00")
                .does("ana", new Command.RecordWorkaround("Order by phone."))
                .does("ana", new Command.AddNote(false, "The vendor knows."))
                .does("mia", new Command.Decide("", "Who pays the courier?", "We do.", "It is cheaper than waiting."))
                .does("ana", new Command.AskDecision("Roll back?", List.of("yes", "no"), "mia"))
                .journal("""
                        Mon 10:00  workaround   Order by phone.
                        Mon 10:00  note         The vendor knows.
                        Mon 10:00  decided      Who pays the courier? -> We do.   because It is cheaper than waiting.
                        Mon 10:00  asked        D2 of Mia: Roll back? [yes / no]
                        """);
    }

    @Test
    @DisplayName("a workaround is kept, and the customer is told of it")
    void A06_a_workaround_reaches_the_customer() {
        scenario()
                .at("Mon 09:00")
                .opens("S3", "T3")
                .skip()
                .at("Mon 10:00")
                .does("ana", new Command.RecordWorkaround("Order by phone."))
                .journal("""
                        Mon 10:00  workaround   Order by phone.
                        """)
                .told("""
                        Mon 10:00  contact:acme/joe  workaround: a workaround is known
                        """);
    }

    private static Command.SetPlan plan() {
        return new Command.SetPlan(
                List.of(PlanStep.open("1", "Replace the disk", "ana", null, "orders flow")), "order by phone");
    }
}
