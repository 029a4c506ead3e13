package dev.bellrope.core.scenario;

import static dev.bellrope.core.scenario.Scenario.scenario;

import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.playbook.EscalationKind;
import dev.bellrope.core.playbook.Trigger;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asked for, and answered or not. */
class D_RequestsTest {
    @Test
    @DisplayName("a request is accepted: from here on it is an escalation")
    void D01_accepted() {
        scenario()
                .at("Mon 09:00")
                .requests("S3", "T3")
                .at("Mon 09:10")
                .does("mia", new Command.Accept("they are right"))
                .journal("""
                        Mon 09:00  requested    S3 T3  Orders fail; to be answered by Mon 09:30   because customer-asks: orders fail
                        Mon 09:10  accepted     they are right
                        Mon 09:10  opened       S3 T3  Orders fail   because customer-asks: orders fail
                        Mon 09:10  owner        Ana  (on duty until 17:00 Europe/Prague, nothing open)
                        Mon 09:10  facilitator  Mia  (holds the duty escalation-manager; on duty until 17:00 Europe/Prague, nothing open)
                        Mon 09:10  target       acknowledge by Mon 13:10  (4h of office hours)
                        Mon 09:10  target       plan by Wed 09:10  (16h of office hours)
                        Mon 09:10  target       update by Tue 09:10  (8h of office hours)
                        Mon 09:10  target       resolve by Mon 09:10  (1d 16h of office hours)
                        """)
                .told("""
                        Mon 09:00  person:mia  request: somebody must accept or decline it
                        Mon 09:10  person:ana  assigned: you are its owner
                        """);
    }

    @Test
    @DisplayName("a request is declined with a reason, and nothing strikes any more")
    void D02_declined() {
        scenario()
                .at("Mon 09:00")
                .requests("S3", "T3")
                .at("Mon 09:10")
                .does("ana", new Command.Decline("it is no outage"))
                .does("mia", new Command.Decline(" "))
                .does("mia", new Command.Decline("it is no outage"))
                .at("Tue 09:00")
                .ticks()
                .journal("""
                        Mon 09:00  requested    S3 T3  Orders fail; to be answered by Mon 09:30   because customer-asks: orders fail
                        Mon 09:10  refused      decline   because Ana may not decline; the playbook lets manager
                        Mon 09:10  refused      decline   because the reason for declining must not be empty
                        Mon 09:10  declined        because it is no outage
                        """);
    }

    @Test
    @DisplayName(
            "a request whose trigger names only roles that nobody holds is told to those who may accept it, else manage it")
    void D04_nobody_of_those_named() {
        Trigger asks = new Trigger(
                "board-asks",
                "their board asked",
                List.of("board.mail"),
                null,
                null,
                null,
                null,
                EscalationKind.TICKET,
                List.of("board-liaison"),
                Span.parse("30m"));
        for (String accepts : List.of("vp-engineering", "board-liaison")) {
            scenario()
                    .playbook(playbook -> playbook.trigger(asks).may("accept", accepts))
                    .at("Mon 09:00")
                    .begins(
                            "ana",
                            Scenario.KEY,
                            new Command.Request(
                                    Scenario.KEY,
                                    "Orders fail",
                                    "",
                                    List.of(),
                                    TestPlaybook.judged("board-asks", "S3", "T3"),
                                    ""))
                    .told("Mon 09:00  person:" + (accepts.equals("vp-engineering") ? "vic" : "lea")
                            + "  request: somebody must accept or decline it");
        }
    }

    @Test
    @DisplayName("a request that nobody answers is brought up three times, each time one level higher")
    void D03_unanswered_thrice() {
        scenario()
                .at("Mon 09:00")
                .requests("S3", "T3")
                .at("Tue 09:00")
                .ticks()
                .journal("""
                        Mon 09:00  requested    S3 T3  Orders fail; to be answered by Mon 09:30   because customer-asks: orders fail
                        Mon 09:30  unanswered   nobody answered the request by now, told again (1)
                        Mon 10:00  unanswered   nobody answered the request by now, told again (2)
                        Mon 10:30  unanswered   nobody answered the request by now, told again (3)
                        """)
                .told("""
                        Mon 09:00  person:mia  request: somebody must accept or decline it
                        Mon 09:30  person:mia  request: nobody answered the request in time
                        Mon 09:30  person:lea  request: nobody answered the request in time
                        Mon 10:00  person:mia  request: nobody answered the request in time
                        Mon 10:00  person:vic  request: nobody answered the request in time
                        Mon 10:30  person:mia  request: nobody answered the request in time
                        Mon 10:30  person:vic  request: nobody answered the request in time
                        """);
    }
}
