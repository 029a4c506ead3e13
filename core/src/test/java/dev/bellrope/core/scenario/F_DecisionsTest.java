package dev.bellrope.core.scenario;

import static dev.bellrope.core.scenario.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.playbook.Severity;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Questions, and messages that wait for somebody's word. */
class F_DecisionsTest {
    @Test
    @DisplayName("a decision is asked for and made by the one who was asked")
    void F01_decided() {
        scenario()
                .at("Mon 09:00")
                .opens("S3", "T3")
                .skip()
                .does("ana", new Command.AskDecision("Roll back?", List.of("yes", "no"), "vp-engineering"))
                .does("bo", new Command.Decide("D1", "", "yes", "I think so"))
                .does("vic", new Command.Decide("D1", "", "perhaps", "hm"))
                .does("vic", new Command.Decide("D1", "", "yes", "the change was small"))
                .does("vic", new Command.Decide("D1", "", "yes", "again"))
                .journal("""
                        Mon 09:00  asked        D1 of vp-engineering: Roll back? [yes / no]
                        Mon 09:00  refused      decide   because this was asked of vp-engineering
                        Mon 09:00  refused      decide   because 'perhaps' is none of the options; accepted: yes, no
                        Mon 09:00  decided      Roll back? -> yes   because the change was small
                        Mon 09:00  refused      decide   because no decision 'D1' waits; none does
                        """)
                .told("""
                        Mon 09:00  person:vic  decision: a decision is asked of you
                        Mon 09:00  person:ana  decided: it was decided: yes
                        """);
    }

    @Test
    @DisplayName("T60: nothing is asked of nobody")
    void F02_T60_asked_of_nobody() {
        scenario()
                .at("Mon 09:00")
                .opens("S3", "T3")
                .skip()
                .does("ana", new Command.AskDecision("Roll back?", List.of(), "chief-of-nothing"))
                .journal("""
                        Mon 09:00  refused      ask-decision   because nobody is 'chief-of-nothing' or holds that duty, so nobody could answer
                        """);
    }

    @Test
    @DisplayName("a decision that is not made in time climbs, no higher than the tier goes")
    void F03_overdue() {
        scenario()
                .playbook(playbook -> playbook.without("acknowledge"))
                .at("Mon 09:00")
                .opens("S3", "T3")
                .skip()
                .does("ana", new Command.AskDecision("Roll back?", List.of(), "vic"))
                .does("ana", new Command.AskDecision("Pay the courier?", List.of(), "mia"))
                .at("Mon 09:15")
                .ticks()
                .journal("""
                        Mon 09:00  asked        D1 of Vic: Roll back?
                        Mon 09:00  asked        D2 of Mia: Pay the courier?
                        Mon 09:15  unanswered   D1 by Vic
                        Mon 09:15  climbed      L1 -> L2   because decision D1 was not answered in time
                        Mon 09:15  specialist-lead Lea  (holds the duty specialist-lead; on duty until 17:00 Europe/Prague, nothing open)   because reached L2
                        Mon 09:15  unanswered   D2 by Mia
                        Mon 09:15  skipped      L3   because decision D2 was not answered in time, but tier T3 climbs no higher than L2 by itself
                        """)
                .told("""
                        Mon 09:00  person:vic  decision: a decision is asked of you
                        Mon 09:00  person:mia  decision: a decision is asked of you
                        Mon 09:15  person:mia  decision-overdue: decision D1 was not made in time
                        Mon 09:15  person:ana  climb: it went from L1 to L2
                        Mon 09:15  person:mia  climb: it went from L1 to L2
                        Mon 09:15  person:lea  assigned: you are its specialist-lead
                        Mon 09:15  person:mia  decision-overdue: decision D2 was not made in time
                        Mon 09:15  person:mia  skipped: L3 was passed over
                        """);
    }

    @Test
    @DisplayName("a message to the customer of an S1 waits for the escalation manager's word")
    void F04_a_message_is_approved() {
        scenario()
                .playbook(playbook -> playbook.approval(Severity.S1, "escalation-manager")
                        .without("plan")
                        .without("resolve"))
                .at("Mon 09:00")
                .opens("S1", "T1")
                .skip()
                .at("Mon 09:05")
                .does("ana", new Command.SendUpdate("All is lost.", "email"))
                .does("mia", new Command.Decide("D1", "", "do not send", "it is not"))
                .does("ana", new Command.SendUpdate("We found the disk.", "email"))
                .does("mia", new Command.Decide("D2", "", "send", "that is right"))
                .does("mia", new Command.SendUpdate("It is being replaced.", "email"))
                .journal("""
                        Mon 09:05  proposed     All is lost.  (waits for escalation-manager, D1)
                        Mon 09:05  decided      All is lost. -> do not send   because it is not
                        Mon 09:05  proposed     We found the disk.  (waits for escalation-manager, D2)
                        Mon 09:05  decided      We found the disk. -> send   because that is right
                        Mon 09:05  told customer We found the disk.  (email)
                        Mon 09:05  acknowledged by Mia
                        Mon 09:05  met          acknowledge
                        Mon 09:05  met          update
                        Mon 09:05  target       update by Mon 10:05  (1h of round the clock, no. 2)
                        Mon 09:05  told customer It is being replaced.  (email)
                        Mon 09:05  met          update no. 2
                        Mon 09:05  target       update by Mon 10:05  (1h of round the clock, no. 3)
                        """)
                .told("""
                        Mon 09:05  person:mia  approval: a message to the customer waits for your word
                        Mon 09:05  person:ana  decided: it was decided: do not send
                        Mon 09:05  person:mia  approval: a message to the customer waits for your word
                        Mon 09:05  person:ana  decided: it was decided: send
                        Mon 09:05  contact:acme/joe  update: an update is promised, also when nothing is new
                        Mon 09:05  contact:acme/joe  update: an update is promised, also when nothing is new
                        """);
    }

    @Test
    @DisplayName("T60: a message that nobody may approve is blocked, and somebody is told at once")
    void F05_T60_no_approver() {
        Scenario scenario = scenario()
                .playbook(playbook -> playbook.approval(Severity.S2, "press-office"))
                .at("Mon 09:00")
                .opens("S2", "T2")
                .skip()
                .does("ana", new Command.SendUpdate("All is well.", "email"))
                .journal("""
                        Mon 09:00  proposed     All is well.  (waits for press-office, D1)
                        """)
                .told("""
                        Mon 09:00  person:mia  approval: a message to the customer waits for your word
                        """);
        assertThat(scenario.state().times().lastUpdate()).isNull();
    }
}
