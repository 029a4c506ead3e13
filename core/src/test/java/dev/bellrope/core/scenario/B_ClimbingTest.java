package dev.bellrope.core.scenario;

import static dev.bellrope.core.scenario.Scenario.scenario;

import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.playbook.ClimbRule;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The ladder: what takes an escalation up, how far, and whom that brings in. */
class B_ClimbingTest {
    @Test
    @DisplayName("nobody acknowledges in time: the specialists come in")
    void B01_acknowledge_missed_climbs() {
        scenario()
                .at("Fri 16:30")
                .opens("S2", "T2")
                .at("Mon 10:00")
                .ticks()
                .journal("""
                        Fri 16:30  opened       S2 T2  Orders fail   because outage: orders fail
                        Fri 16:30  owner        Ana  (on duty until 17:00 Europe/Prague, nothing open)
                        Fri 16:30  facilitator  Mia  (holds the duty escalation-manager; on duty until 17:00 Europe/Prague, nothing open)
                        Fri 16:30  target       acknowledge by Mon 09:30  (1h of office hours)
                        Fri 16:30  target       plan by Mon 12:30  (4h of office hours)
                        Fri 16:30  target       update by Mon 12:30  (4h of office hours)
                        Fri 16:30  target       resolve by Tue 16:30  (16h of office hours)
                        Mon 09:00  warned       acknowledge is at 50% of its time
                        Mon 09:15  warned       acknowledge is at 75% of its time
                        Mon 09:30  missed       acknowledge, was due Mon 09:30
                        Mon 09:30  climbed      L1 -> L2   because acknowledge missed
                        Mon 09:30  specialist-lead Lea  (holds the duty specialist-lead; on duty until 17:00 Europe/Prague, nothing open)   because reached L2
                        """)
                .told("""
                        Fri 16:30  person:ana  assigned: you are its owner
                        Fri 16:30  person:mia  assigned: you are its facilitator
                        Mon 09:00  person:ana  warned: acknowledge is at 50% of its time
                        Mon 09:15  person:ana  warned: acknowledge is at 75% of its time
                        Mon 09:30  person:ana  missed: acknowledge was missed
                        Mon 09:30  person:mia  missed: acknowledge was missed
                        Mon 09:30  person:ana  climb: it went from L1 to L2
                        Mon 09:30  person:mia  climb: it went from L1 to L2
                        Mon 09:30  person:lea  assigned: you are its specialist-lead
                        """);
    }

    @Test
    @DisplayName("one missed update is forgiven, the second climbs")
    void B02_update_missed_twice_climbs() {
        scenario()
                .playbook(
                        playbook -> playbook.without("plan").without("resolve").without("acknowledge"))
                .at("Mon 09:00")
                .opens("S2", "T2")
                .does("ana", new Command.RaiseLevel("it is the database"))
                .skip()
                .at("Mon 17:00")
                .ticks()
                .journal("""
                        Mon 13:00  missed       update, was due Mon 13:00
                        Mon 13:00  target       update by Mon 17:00  (4h of office hours, no. 2)
                        Mon 17:00  missed       update no. 2, was due Mon 17:00
                        Mon 17:00  target       update by Tue 13:00  (4h of office hours, no. 3)
                        Mon 17:00  climbed      L2 -> L3   because update missed twice
                        Mon 17:00  vp-engineering Vic  (holds the duty vp-engineering; off duty until 2026-11-17 09:00 Europe/Prague, nothing open)   because reached L3
                        """);
    }

    @Test
    @DisplayName("S1 climbs at once")
    void B03_severity_climbs_at_once() {
        scenario().at("Sat 03:00").opens("S1", "T1").journal("""
                        Sat 03:00  opened       S1 T1  Orders fail   because outage: orders fail
                        Sat 03:00  owner        Ana  (off duty until 2026-11-23 09:00 Europe/Prague, nothing open)
                        Sat 03:00  facilitator  Mia  (holds the duty escalation-manager; off duty until 2026-11-23 09:00 Europe/Prague, nothing open)
                        Sat 03:00  target       acknowledge by Sat 03:15  (15m of round the clock, non-negotiable)
                        Sat 03:00  target       plan by Sat 05:00  (2h of round the clock)
                        Sat 03:00  target       update by Sat 04:00  (1h of round the clock)
                        Sat 03:00  target       resolve by Sat 11:00  (8h of round the clock)
                        Sat 03:00  climbed      L1 -> L2   because severity is S1
                        Sat 03:00  specialist-lead Lea  (holds the duty specialist-lead; off duty until 2026-11-23 09:00 Europe/Prague, nothing open)   because reached L2
                        """);
    }

    @Test
    @DisplayName("T3 climbs no higher than L2 by itself, and says so; a person may take it higher")
    void B04_the_tier_caps_the_depth() {
        scenario()
                .playbook(playbook -> playbook.without("plan").without("update"))
                .at("Mon 09:00")
                .opens("S4", "T3")
                .at("Mon 10:00")
                .does("ana", new Command.Acknowledge())
                .does("ana", new Command.RaiseLevel("it is the database"))
                .skip()
                .at("Thu 09:00")
                .at("Wed 13:00")
                .ticks()
                .journal("""
                        Wed 13:00  warned       resolve is at 75% of its time
                        Wed 13:00  skipped      L3   because resolve at 75%, but tier T3 climbs no higher than L2 by itself
                        """)
                .does("mia", new Command.RaiseLevel("the customer called twice"))
                .journal("""
                        Wed 13:00  climbed      L2 -> L3   because the customer called twice
                        Wed 13:00  vp-engineering Vic  (holds the duty vp-engineering; on duty until 17:00 Europe/Prague, nothing open)   because reached L3
                        """);
    }

    @Test
    @DisplayName("a level at which there is nobody is passed over, and that is said")
    void B05_T51_nobody_at_a_level_is_skipped() {
        scenario()
                .without("lea")
                .at("Mon 09:00")
                .opens("S2", "T2")
                .skip()
                .at("Mon 10:00")
                .ticks()
                .journal("""
                        Mon 09:30  warned       acknowledge is at 50% of its time
                        Mon 09:45  warned       acknowledge is at 75% of its time
                        Mon 10:00  missed       acknowledge, was due Mon 10:00
                        Mon 10:00  climbed      L1 -> L2   because acknowledge missed
                        Mon 10:00  nobody       as specialist-lead   because nobody holds the duty specialist-lead
                        Mon 10:00  skipped      L2   because nobody there: nobody holds the duty specialist-lead
                        Mon 10:00  climbed      L2 -> L3   because nobody could be found at L2
                        Mon 10:00  vp-engineering Vic  (holds the duty vp-engineering; on duty until 17:00 Europe/Prague, nothing open)   because reached L3
                        """)
                .told("""
                        Mon 09:30  person:ana  warned: acknowledge is at 50% of its time
                        Mon 09:45  person:ana  warned: acknowledge is at 75% of its time
                        Mon 10:00  person:ana  missed: acknowledge was missed
                        Mon 10:00  person:mia  missed: acknowledge was missed
                        Mon 10:00  person:ana  climb: it went from L1 to L2
                        Mon 10:00  person:mia  climb: it went from L1 to L2
                        Mon 10:00  person:mia  vacant: nobody was found as its specialist-lead
                        Mon 10:00  person:mia  skipped: L2 was passed over
                        Mon 10:00  person:ana  climb: it went from L2 to L3
                        Mon 10:00  person:mia  climb: it went from L2 to L3
                        Mon 10:00  person:vic  assigned: you are its vp-engineering
                        """);
    }

    @Test
    @DisplayName("passing over an empty level stops where the tier stops")
    void B06_an_empty_level_at_the_cap() {
        scenario()
                .without("lea")
                .at("Mon 09:00")
                .opens("S3", "T3")
                .skip()
                .at("Mon 13:00")
                .ticks()
                .journal("""
                        Mon 11:00  warned       acknowledge is at 50% of its time
                        Mon 12:00  warned       acknowledge is at 75% of its time
                        Mon 13:00  missed       acknowledge, was due Mon 13:00
                        Mon 13:00  climbed      L1 -> L2   because acknowledge missed
                        Mon 13:00  nobody       as specialist-lead   because nobody holds the duty specialist-lead
                        Mon 13:00  skipped      L2   because nobody there: nobody holds the duty specialist-lead
                        Mon 13:00  skipped      L3   because nobody could be found at L2, but tier T3 climbs no higher than L2 by itself
                        """);
    }

    @Test
    @DisplayName("stepped down by hand it stays down: that it is S1 was known")
    void B07_a_step_down_is_not_undone_by_the_next_strike() {
        scenario()
                .at("Mon 09:00")
                .opens("S1", "T1")
                .skip()
                .does("mia", new Command.DeEscalate("Ana can do it alone"))
                .at("Mon 09:10")
                .ticks()
                .journal("""
                        Mon 09:00  stepped down L2 -> L1   because Ana can do it alone
                        Mon 09:07  warned       acknowledge is at 50% of its time
                        """);
    }

    @Test
    @DisplayName("who is there already is not brought in again")
    void B08_who_is_there_stays() {
        scenario()
                .playbook(playbook -> playbook.ladder(
                        TestPlaybook.level("L1", "frontline", List.of(), new ClimbRule.Missed("acknowledge", 1)),
                        TestPlaybook.level("L2", "managers", List.of("facilitator", "owner"))))
                .at("Mon 09:00")
                .opens("S2", "T2")
                .skip()
                .at("Mon 10:00")
                .ticks()
                .journal("""
                        Mon 09:30  warned       acknowledge is at 50% of its time
                        Mon 09:45  warned       acknowledge is at 75% of its time
                        Mon 10:00  missed       acknowledge, was due Mon 10:00
                        Mon 10:00  climbed      L1 -> L2   because acknowledge missed
                        """)
                .told("""
                        Mon 09:30  person:ana  warned: acknowledge is at 50% of its time
                        Mon 09:45  person:ana  warned: acknowledge is at 75% of its time
                        Mon 10:00  person:ana  missed: acknowledge was missed
                        Mon 10:00  person:mia  missed: acknowledge was missed
                        Mon 10:00  person:ana  climb: it went from L1 to L2
                        Mon 10:00  person:mia  climb: it went from L1 to L2
                        """);
    }

    @Test
    @DisplayName("three quarters of the time to resolve used up at L2: the executives come in")
    void B09_resolve_at_75_percent() {
        scenario()
                .playbook(playbook -> playbook.without("plan").without("update").without("acknowledge"))
                .at("Mon 09:00")
                .opens("S2", "T2")
                .does("ana", new Command.RaiseLevel("it is the database"))
                .skip()
                .at("Tue 13:00")
                .ticks()
                .journal("""
                        Tue 13:00  warned       resolve is at 75% of its time
                        Tue 13:00  climbed      L2 -> L3   because resolve at 75%
                        Tue 13:00  vp-engineering Vic  (holds the duty vp-engineering; on duty until 17:00 Europe/Prague, nothing open)   because reached L3
                        """);
    }
}
