package dev.bellrope.core.scenario;

import static dev.bellrope.core.scenario.Scenario.KEY;
import static dev.bellrope.core.scenario.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Promises that wait, move, and are let go of. */
class E_PromisesTest {
    @Test
    @DisplayName("while we wait for the customer the time to resolve does not run; their message ends the pause")
    void E01_T41_the_customers_message_ends_the_pause() {
        scenario()
                .playbook(playbook ->
                        playbook.without("acknowledge").without("plan").without("update"))
                .at("Mon 09:00")
                .opens("S2", "T2")
                .skip()
                .at("Mon 11:00")
                .does("ana", new Command.Pause("waiting-on-customer", "which orders?"))
                .at("Wed 11:00")
                .does(Actor.SYSTEM, KEY, new Command.HearCustomer("S9", "All of them."))
                .at("Thu 17:00")
                .ticks()
                .journal("""
                        Mon 11:00  paused       waiting-on-customer: which orders?
                        Mon 11:00  paused       resolve with 14h left
                        Wed 11:00  customer     All of them.
                        Wed 11:00  resumed         because the customer wrote
                        Wed 11:00  runs on      resolve by Thu 17:00
                        Thu 13:00  warned       resolve is at 75% of its time
                        Thu 17:00  missed       resolve, was due Thu 17:00
                        """);
    }

    @Test
    @DisplayName("resumed by hand; a pause is ended once and needs a reason that pauses something")
    void E02_pause_and_resume() {
        scenario()
                .playbook(playbook ->
                        playbook.without("acknowledge").without("plan").without("update"))
                .at("Mon 09:00")
                .opens("S2", "T2")
                .skip()
                .at("Mon 11:00")
                .does("ana", new Command.Pause("lunch", ""))
                .does("ana", new Command.Pause("waiting-on-customer", ""))
                .does("ana", new Command.Pause("waiting-on-customer", ""))
                .at("Mon 12:00")
                .does("ana", new Command.Resume("they called"))
                .does("ana", new Command.Resume(""))
                .journal("""
                        Mon 11:00  refused      pause   because 'lunch' pauses nothing in this playbook; accepted are [waiting-on-customer]
                        Mon 11:00  paused       waiting-on-customer
                        Mon 11:00  paused       resolve with 14h left
                        Mon 11:00  refused      pause   because ESC-1 is paused already: waiting-on-customer
                        Mon 12:00  resumed         because they called
                        Mon 12:00  runs on      resolve by Wed 10:00
                        Mon 12:00  refused      resume   because ESC-1 is not paused
                        """);
    }

    @Test
    @DisplayName("a promise that begins during a pause that stops it does not run either")
    void E03_a_new_cycle_during_a_pause() {
        Scenario scenario = scenario()
                .playbook(playbook -> playbook.without("acknowledge")
                        .without("plan")
                        .without("resolve")
                        .target("update", "S2 4h", rule -> rule.repeats().pausesWhile("waiting-on-customer")))
                .at("Mon 09:00")
                .opens("S2", "T2")
                .skip()
                .at("Mon 10:00")
                .does("ana", new Command.Pause("waiting-on-customer", ""))
                .does("ana", new Command.SendUpdate("We wait for you.", "email"))
                .at("Wed 10:00")
                .ticks()
                .journal("""
                        Mon 10:00  paused       waiting-on-customer
                        Mon 10:00  paused       update with 3h left
                        Mon 10:00  told customer We wait for you.  (email)
                        Mon 10:00  met          update
                        Mon 10:00  target       update by Mon 14:00  (4h of office hours, no. 2)
                        Mon 10:00  paused       update with 4h left
                        """);
        assertThat(scenario.state().findOpenClock("update"))
                .hasValueSatisfying(clock -> assertThat(clock.isPaused()).isTrue());
    }

    @Test
    @DisplayName("judged worse: what gets shorter counts anew, and never gets later; what is newly promised starts")
    void E04_judged_worse() {
        scenario()
                .at("Mon 09:00")
                .opens("S4", "T3")
                .skip()
                .at("Mon 12:00")
                .does(Actor.SYSTEM, KEY, new Command.Reassess(TestPlaybook.judged("S2", "T2"), "S2"))
                .does(Actor.SYSTEM, KEY, new Command.Reassess(TestPlaybook.judged("S3", "T3"), "S3"))
                .journal("""
                        Mon 12:00  retriaged    S4 -> S2 T2   because orders fail
                        Mon 12:00  moved        acknowledge from Mon 17:00 to Mon 13:00   because severity is now S2
                        Mon 12:00  target       plan by Mon 16:00  (4h of office hours)
                        Mon 12:00  moved        update from Wed 17:00 to Mon 16:00   because severity is now S2
                        Mon 12:00  moved        resolve from Fri 17:00 to Wed 12:00   because severity is now S2
                        """);
    }

    @Test
    @DisplayName("judged worse while paused: the shorter promise is what is left")
    void E05_judged_worse_while_paused() {
        scenario()
                .playbook(playbook ->
                        playbook.without("acknowledge").without("plan").without("update"))
                .at("Mon 09:00")
                .opens("S3", "T3")
                .skip()
                .at("Mon 10:00")
                .does("ana", new Command.Pause("waiting-on-customer", ""))
                .does(Actor.SYSTEM, KEY, new Command.Reassess(TestPlaybook.judged("S2", "T2"), "S2"))
                .at("Tue 10:00")
                .does("ana", new Command.Resume(""))
                .journal("""
                        Mon 10:00  paused       waiting-on-customer
                        Mon 10:00  paused       resolve with 1d 15h left
                        Mon 10:00  retriaged    S3 -> S2 T2   because orders fail
                        Mon 10:00  moved        resolve from Fri 17:00 to Wed 10:00   because severity is now S2
                        Mon 10:00  paused       resolve with 16h left
                        Tue 10:00  resumed         because resumed
                        Tue 10:00  runs on      resolve by Thu 10:00
                        """);
    }

    @Test
    @DisplayName("what was acknowledged is not promised again when it is judged worse")
    void E06_done_is_not_promised_again() {
        Scenario scenario = scenario()
                .playbook(playbook -> playbook.without("update")
                        .without("resolve")
                        .without("plan")
                        .target("acknowledge", "S1 15m, S2 1h", rule -> rule))
                .at("Mon 09:00")
                .opens("S3", "T3")
                .does("ana", new Command.Acknowledge())
                .skip()
                .does(Actor.SYSTEM, KEY, new Command.Reassess(TestPlaybook.judged("S2", "T2"), "S2"))
                .journal("""
                        Mon 09:00  retriaged    S3 -> S2 T2   because orders fail
                        """);
        assertThat(scenario.state().clocks()).isEmpty();
    }

    @Test
    @DisplayName("a date is moved and the old one kept; a non-negotiable one is put off by somebody entitled alone")
    void E07_a_promise_is_moved() {
        Scenario scenario = scenario()
                .playbook(playbook -> playbook.without("update").without("plan"))
                .at("Mon 09:00")
                .opens("S1", "T1")
                .skip();
        scenario.does(
                        "ana",
                        new Command.MovePromise("resolve", scenario.instant("Tue 17:00"), "the part comes at noon"))
                .does("ana", new Command.MovePromise("acknowledge", scenario.instant("Mon 09:30"), "I am in a call"))
                .does("ana", new Command.MovePromise("acknowledge", scenario.instant("Mon 09:10"), "sooner is fine"))
                .does("ana", new Command.MovePromise("resolve", scenario.instant("Tue 12:00"), " "))
                .does(
                        "ana",
                        new Command.MovePromise("resolve", scenario.instant().minusSeconds(1), "late"))
                .does("ana", new Command.MovePromise("plan", scenario.instant("Tue 12:00"), "later"))
                .journal("""
                        Mon 09:00  moved        resolve from Mon 17:00 to Tue 17:00   because the part comes at noon
                        Mon 09:00  refused      move-promise   because Ana may not waive; the playbook lets executive
                        Mon 09:00  moved        acknowledge from Mon 09:15 to Mon 09:10   because sooner is fine
                        Mon 09:00  refused      move-promise   because the reason must not be empty
                        Mon 09:00  refused      move-promise   because the new date 2026-11-16T07:59:59Z is not in the future
                        Mon 09:00  refused      move-promise   because no promise 'plan' is open; open are [acknowledge, resolve]
                        """);
    }

    @Test
    @DisplayName("T34: a new date for a missed promise is a promise like any other, and the miss stays")
    void E08_T34_a_missed_promise_is_moved() {
        Scenario scenario = scenario()
                .playbook(playbook -> playbook.without("update").without("plan").without("acknowledge"))
                .at("Mon 09:00")
                .opens("S2", "T2")
                .at("Tue 17:00")
                .ticks()
                .skip();
        scenario.does("ana", new Command.MovePromise("resolve", scenario.instant("Wed 12:00"), "the part came late"))
                .at("Wed 12:00")
                .ticks()
                .journal("""
                        Tue 17:00  moved        resolve from Tue 17:00 to Wed 12:00   because the part came late
                        Tue 17:00  target       resolve by Wed 12:00  (3h of office hours, no. 2)
                        Wed 11:15  warned       resolve is at 75% of its time
                        Wed 12:00  missed       resolve no. 2, was due Wed 12:00
                        """);
    }

    @Test
    @DisplayName("a promise is waived by a manager, a non-negotiable one by an executive")
    void E09_a_promise_is_waived() {
        scenario()
                .playbook(playbook -> playbook.without("update").without("plan"))
                .at("Mon 09:00")
                .opens("S1", "T1")
                .skip()
                .does("ana", new Command.WaiveTarget("resolve", "they agreed"))
                .does("mia", new Command.WaiveTarget("resolve", "they agreed"))
                .does("mia", new Command.WaiveTarget("acknowledge", "they know"))
                .does("vic", new Command.WaiveTarget("acknowledge", "they know"))
                .journal("""
                        Mon 09:00  refused      waive-target   because Ana may not assign; the playbook lets manager
                        Mon 09:00  waived       resolve   because they agreed
                        Mon 09:00  refused      waive-target   because Mia may not waive; the playbook lets executive
                        Mon 09:00  waived       acknowledge   because they know
                        """);
    }

    @Test
    @DisplayName("what S1 makes non-negotiable is so also for a promise that was made before it was S1")
    void E10_non_negotiable_from_now_on() {
        scenario()
                .playbook(playbook -> playbook.without("update").without("plan").without("resolve"))
                .at("Mon 09:00")
                .opens("S3", "T3")
                .does(Actor.SYSTEM, KEY, new Command.Reassess(TestPlaybook.judged("S1", "T1"), "S2"))
                .skip()
                .does("mia", new Command.WaiveTarget("acknowledge", "they know"))
                .journal("""
                        Mon 09:00  refused      waive-target   because Mia may not waive; the playbook lets executive
                        """);
    }
}
