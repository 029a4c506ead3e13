package dev.bellrope.core.scenario;

import static dev.bellrope.core.scenario.Scenario.scenario;

import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.playbook.Severity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Judged anew by a person: the promises are fitted. */
class K_RetriageTest {
    @Test
    @DisplayName("worse: shorter promises count anew from now and never get later; it climbs where S1 climbs")
    void K01_up() {
        scenario()
                .playbook(playbook -> playbook.without("plan").without("update"))
                .at("Mon 09:00")
                .opens("S3", "T3")
                .skip()
                .at("Mon 10:00")
                .does("ana", new Command.Retriage(Severity.S1, "all orders fail"))
                .does("mia", new Command.Retriage(Severity.S1, " "))
                .does("mia", new Command.Retriage(Severity.S1, "all orders fail"))
                .does("mia", new Command.Retriage(Severity.S1, "again"))
                .journal("""
                        Mon 10:00  refused      retriage   because Ana may not retriage; the playbook lets manager
                        Mon 10:00  refused      retriage   because the reason must not be empty
                        Mon 10:00  retriaged    S3 -> S1 T1   because all orders fail
                        Mon 10:00  moved        acknowledge from Mon 13:00 to Mon 10:15   because severity is now S1
                        Mon 10:00  moved        resolve from Fri 17:00 to Mon 18:00   because severity is now S1
                        Mon 10:00  climbed      L1 -> L2   because severity is S1
                        Mon 10:00  specialist-lead Lea  (holds the duty specialist-lead; on duty until 17:00 Europe/Prague, nothing open)   because reached L2
                        Mon 10:00  refused      retriage   because it is S1 already
                        """);
    }

    @Test
    @DisplayName("milder: what was used up stays used up; what the severity is not promised is stopped")
    void K02_down() {
        scenario()
                .at("Mon 09:00")
                .opens("S2", "T2")
                .at("Mon 09:30")
                .does("ana", new Command.Acknowledge())
                .skip()
                .at("Mon 11:00")
                .does("mia", new Command.Retriage(Severity.S4, "one order"))
                .journal("""
                        Mon 11:00  retriaged    S2 -> S4 T3   because one order
                        Mon 11:00  stopped      plan is owed no more   because S4 is not promised this
                        Mon 11:00  moved        update from Mon 13:00 to Wed 17:00   because severity is now S4
                        Mon 11:00  moved        resolve from Tue 17:00 to Fri 17:00   because severity is now S4
                        """);
    }

    @Test
    @DisplayName("milder while paused: what was used up before the pause stays used up")
    void K03_down_while_paused() {
        scenario()
                .playbook(playbook -> playbook.without("plan").without("update").without("acknowledge"))
                .at("Mon 09:00")
                .opens("S2", "T2")
                .at("Mon 11:00")
                .does("ana", new Command.Pause("waiting-on-customer", ""))
                .skip()
                .at("Tue 11:00")
                .does("mia", new Command.Retriage(Severity.S3, "two orders"))
                .at("Wed 11:00")
                .does("ana", new Command.Resume(""))
                .journal("""
                        Tue 11:00  retriaged    S2 -> S3 T3   because two orders
                        Tue 11:00  moved        resolve from Tue 17:00 to Mon 17:00   because severity is now S3
                        Tue 11:00  paused       resolve with 1d 14h left
                        Wed 11:00  resumed         because resumed
                        Wed 11:00  runs on      resolve by Tue 17:00
                        """);
    }
}
