package dev.bellrope.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.clock.TargetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What went wrong in other helpdesks with the promises on a ticket. Office hours are Mon-Fri 09:00-17:00 in Prague. */
class PitfallsOfTicketsTest {
    private static final Map<String, Object> WAITING = Map.of("reason", "waiting-on-customer");

    @Test
    @DisplayName("T18 T20: a pause moves the due instant by the working time paused, and by nothing outside the hours")
    void T18_T20_only_working_time_is_paused() {
        Watched night = resolving().hears("Mon 17:00", "ticket.paused", WAITING).hears("Tue 09:00", "ticket.resumed");
        Watched morning =
                resolving().hears("Mon 10:00", "ticket.paused", WAITING).hears("Mon 12:00", "ticket.resumed");
        Watched weekend =
                resolving().hears("Mon 16:00", "ticket.paused", WAITING).hears("Tue 10:00", "ticket.resumed");

        assertThat(night.clock("resolve").due()).isEqualTo(Watched.time("Tue 17:00"));
        assertThat(morning.clock("resolve").due()).isEqualTo(Watched.time("Wed 11:00"));
        assertThat(weekend.clock("resolve").due()).isEqualTo(Watched.time("Wed 11:00"));
    }

    @Test
    @DisplayName("T19: while it is paused what is left is constant, and nothing strikes")
    void T19_paused_means_paused() {
        Watched ticket =
                resolving().hears("Mon 10:00", "ticket.paused", WAITING).ticks("Sun 10:00");

        for (String time : List.of("Mon 10:00", "Mon 16:00", "Wed 09:00", "Sun 10:00")) {
            assertThat(ticket.clock("resolve")
                            .remainingAt(Watched.time(time), ticket.terms().calendar()))
                    .as(time)
                    .isEqualTo(Duration.ofHours(15));
        }
        assertThat(ticket.noticed()).isEmpty();
    }

    @Test
    @DisplayName("T21: another priority keeps what was paused, also when it changes during the pause")
    void T21_another_priority_keeps_the_pause() {
        Watched after = byPriority()
                .hears("Mon 10:00", "ticket.paused", WAITING)
                .hears("Mon 12:00", "ticket.resumed")
                .hears("Mon 12:00", "ticket.changed", Map.of("priority", "high"));
        Watched during = byPriority()
                .hears("Mon 10:00", "ticket.paused", WAITING)
                .hears("Mon 11:00", "ticket.changed", Map.of("priority", "high"))
                .hears("Mon 12:00", "ticket.resumed");

        assertThat(after.clock("resolve").due()).isEqualTo(Watched.time("Tue 11:00"));
        assertThat(during.clock("resolve").due()).isEqualTo(Watched.time("Tue 11:00"));
    }

    @Test
    @DisplayName("T22: missed stays missed while it is paused and after it was kept late")
    void T22_no_label_hides_a_miss() {
        Watched ticket = new Watched()
                .promised("resolve", "1h")
                .hears("Mon 09:00", "ticket.opened")
                .hears("Mon 11:00", "ticket.paused", WAITING);
        assertThat(ticket.clock("resolve").status()).isEqualTo(TargetClock.ClockStatus.MISSED);

        ticket.hears("Mon 12:00", "ticket.resolved");
        assertThat(ticket.clock("resolve").status()).isEqualTo(TargetClock.ClockStatus.MISSED);
    }

    @ParameterizedTest(name = "T23: {0}, then {1}")
    @CsvSource({"ticket.reply, ticket.paused", "ticket.paused, ticket.reply"})
    void T23_reply_and_pending_in_one_step_in_any_order(String first, String second) {
        Watched ticket = new Watched()
                .promised("first-reply", "1h")
                .promised("resolve", "2d")
                .hears("Mon 09:00", "ticket.opened")
                .hears("Mon 09:30", first, WAITING)
                .hears("Mon 09:30", second, WAITING);

        assertThat(ticket.clock("first-reply").status()).isEqualTo(TargetClock.ClockStatus.MET);
        assertThat(ticket.clock("resolve").status()).isEqualTo(TargetClock.ClockStatus.PAUSED);
    }

    @Test
    @DisplayName("T24: back from pending it runs on with what was left, and nothing strikes at once")
    void T24_back_from_pending() {
        Watched ticket =
                resolving().hears("Tue 16:30", "ticket.paused", WAITING).hears("Fri 09:00", "ticket.resumed");

        assertThat(ticket.ticks("Fri 09:29").missed()).isEmpty();
        assertThat(ticket.ticks("Fri 09:30").missed()).containsExactly("missed resolve 100");
    }

    @ParameterizedTest(name = "T26 T27 T28: after {0} nothing is owed and nothing strikes")
    @ValueSource(strings = {"ticket.resolved", "ticket.closed", "ticket.merged", "ticket.deleted"})
    void T26_T27_T28_over_means_over(String end) {
        Watched ticket = answering()
                .hears("Mon 09:10", "ticket.reply")
                .hears("Mon 09:20", "ticket.customer-message")
                .hears("Mon 09:30", end)
                .hears("Mon 10:00", "ticket.customer-message")
                .hears("Mon 10:10", "ticket.reply")
                .ticks("Sun 09:00");

        assertThat(ticket.noticed()).isEmpty();
        assertThat(ticket.ticket().clocks().values()).noneMatch(TargetClock::isOpen);
        assertThat(ticket.ticket().turn()).isEqualTo(Ticket.NextActor.NOBODYS);
        assertThat(ticket.ticket().messages()).as("and yet it is remembered").isEqualTo(3);
    }

    @ParameterizedTest(name = "T29: a message by {0} counts like any other")
    @ValueSource(strings = {"email", "portal", "phone", "chat"})
    void T29_every_channel_counts(String channel) {
        Watched ticket = answering()
                .hears("Mon 09:10", "ticket.reply")
                .hears("Mon 10:00", "ticket.customer-message", Map.of("channel", channel));

        assertThat(ticket.clock("next-reply").due()).isEqualTo(Watched.time("Mon 11:00"));
    }

    @Test
    @DisplayName("T30: a public answer counts, a note that the customer does not see does not")
    void T30_what_counts_as_an_answer() {
        assertThat(answering()
                        .hears("Mon 09:10", "ticket.note")
                        .clock("first-reply")
                        .isOpen())
                .isTrue();
        assertThat(answering()
                        .hears("Mon 09:10", "ticket.assigned")
                        .clock("first-reply")
                        .isOpen())
                .isTrue();
        assertThat(answering()
                        .hears("Mon 09:10", "ticket.reply")
                        .clock("first-reply")
                        .status())
                .isEqualTo(TargetClock.ClockStatus.MET);
    }

    @Test
    @DisplayName("T31: nothing is owed while it is the customer's turn; their oldest unanswered message counts")
    void T31_whose_turn_it_is() {
        Watched ticket = answering().hears("Mon 09:10", "ticket.reply").ticks("Mon 14:00");
        assertThat(ticket.missed()).isEmpty();

        ticket.hears("Mon 14:00", "ticket.customer-message").hears("Mon 14:50", "ticket.customer-message");
        assertThat(ticket.clock("next-reply").due()).isEqualTo(Watched.time("Mon 15:00"));
    }

    @Test
    @DisplayName("T32: the customer writing again does not put off the first reply")
    void T32_independent() {
        Watched ticket = answering().hears("Mon 09:50", "ticket.customer-message");

        assertThat(ticket.clock("first-reply").due()).isEqualTo(Watched.time("Mon 10:00"));
        assertThat(ticket.ticket().clocks()).doesNotContainKey("next-reply");
    }

    @Test
    @DisplayName("T35: a new priority changes nothing about a closed ticket")
    void T35_closed_is_closed() {
        Watched ticket = byPriority().hears("Mon 12:00", "ticket.closed");
        Map<String, TargetClock> before = ticket.ticket().clocks();

        assertThat(ticket.hears("Mon 13:00", "ticket.changed", Map.of("priority", "high"))
                        .ticket()
                        .clocks())
                .isEqualTo(before);
    }

    @Test
    @DisplayName("T36: what is overdue and has not struck yet is missed by the old budget, and no answer mends it")
    void T36_the_old_is_judged_before_the_new() {
        Watched ticket = byPriority().hearsFirst("Thu 09:00", "ticket.changed", Map.of("priority", "low"));
        assertThat(ticket.clock("resolve").due()).isEqualTo(Watched.time("Tue 17:00"));

        Watched late = answering().hearsFirst("Mon 10:01", "ticket.reply", Map.of());
        assertThat(late.clock("first-reply").status()).isEqualTo(TargetClock.ClockStatus.MISSED);
        assertThat(late.ticket().missedCount()).isEqualTo(1);

        Watched onTime = answering().hearsFirst("Mon 10:00", "ticket.reply", Map.of());
        assertThat(onTime.clock("first-reply").status()).isEqualTo(TargetClock.ClockStatus.MET);
    }

    @ParameterizedTest(name = "T40: first heard of by {0}")
    @ValueSource(
            strings = {
                "ticket.opened",
                "ticket.customer-message",
                "ticket.note",
                "ticket.assigned",
                "ticket.changed",
                "ticket.reopened",
                "some.thing.else"
            })
    void T40_every_way_in_starts_the_clocks(String kind) {
        Watched ticket = new Watched()
                .promised("first-reply", "1h")
                .promised("resolve", "2d")
                .hears("Mon 09:00", kind);

        assertThat(ticket.clock("first-reply").due()).isEqualTo(Watched.time("Mon 10:00"));
        assertThat(ticket.clock("resolve").due()).isEqualTo(Watched.time("Tue 17:00"));
        assertThat(ticket.ticket().messages()).as("it is counted once").isEqualTo(1);
    }

    @Test
    @DisplayName("T41: the customer's message ends the pause; another reason that pauses nothing ends it too")
    void T41_no_pause_to_game_the_clock() {
        Watched wrote =
                resolving().hears("Mon 10:00", "ticket.paused", WAITING).hears("Mon 12:00", "ticket.customer-message");
        Watched other = resolving()
                .hears("Mon 10:00", "ticket.paused", WAITING)
                .hears("Mon 12:00", "ticket.paused", Map.of("reason", "waiting-on-engineering"));

        assertThat(wrote.clock("resolve").due()).isEqualTo(Watched.time("Wed 11:00"));
        assertThat(other.clock("resolve").due()).isEqualTo(Watched.time("Wed 11:00"));
    }

    @Test
    @DisplayName("T43: a strike strikes once")
    void T43_once() {
        Watched ticket = resolving();
        TargetClock.ClockStrike strike = ticket.ticket().strikes().getFirst();
        Ticket struck =
                ticket.ticket().strike(strike, ticket.terms()).orElseThrow().ticket();

        assertThat(struck.strike(strike, ticket.terms())).isEmpty();
    }

    @Test
    @DisplayName("T54: what was answered before the strike came does not strike")
    void T54_answered_before_the_strike() {
        Watched ticket = answering();
        TargetClock.ClockStrike strike = ticket.ticket().strikes().getFirst();

        assertThat(ticket.hears("Mon 09:10", "ticket.reply").ticket().strike(strike, ticket.terms()))
                .isEmpty();
    }

    @Test
    @DisplayName("T55: an outage of a day is caught up with once, and the next cycle counts from now")
    void T55_one_catch_up() {
        Watched ticket = answering().wakesUp("Tue 15:00");

        assertThat(ticket.missed()).containsExactly("missed first-reply 100");
        assertThat(ticket.clock("first-reply").due()).isEqualTo(Watched.time("Tue 16:00"));
        assertThat(ticket.clock("first-reply").cycle()).isEqualTo(2);
    }

    @Test
    @DisplayName("a silent desk is noticed five times, and then no more")
    void noticed_five_times() {
        assertThat(answering().ticks("Fri 17:00").missed()).hasSize(5);
    }

    @Test
    @DisplayName(
            "T25: reopened it runs on with what was left, or starts again, as the plan says; said twice it is once")
    void T25_reopened() {
        Watched goesOn = resolving().hears("Tue 11:00", "ticket.resolved").hears("Thu 09:00", "ticket.reopened");
        Watched again = resolving()
                .restarts()
                .hears("Tue 11:00", "ticket.resolved")
                .hears("Thu 09:00", "ticket.reopened")
                .hears("Thu 10:00", "ticket.reopened");

        assertThat(goesOn.clock("resolve").due()).isEqualTo(Watched.time("Thu 15:00"));
        assertThat(again.clock("resolve").due()).isEqualTo(Watched.time("Fri 17:00"));
        assertThat(again.ticket().reopened()).isEqualTo(1);
    }

    @Test
    @DisplayName("T5 T6: nothing strikes at the moment of opening, whatever the zone of the office")
    void T5_T6_nothing_at_t0() {
        Instant opened = Watched.time("Mon 03:00");
        for (String zone : List.of("Pacific/Auckland", "Asia/Kolkata", "Europe/Prague", "America/Los_Angeles", "UTC")) {
            var calendar = dev.bellrope.core.calendar.WorkingCalendar.of(
                    "office",
                    java.time.ZoneId.of(zone),
                    dev.bellrope.core.calendar.Week.parse(Map.of("mon-fri", List.of("09:00-17:00"))),
                    dev.bellrope.core.calendar.Holidays.NONE);
            TargetClock clock =
                    TargetClock.start("first-reply", 1, Duration.ofMinutes(30), calendar, opened, List.of(50), false);

            assertThat(clock.nextStrike().orElseThrow().at()).as(zone).isAfter(opened);
            assertThat(clock.remainingAt(opened, calendar)).as(zone).isEqualTo(Duration.ofMinutes(30));
        }
    }

    private static Watched resolving() {
        return new Watched().promised("resolve", "2d").hears("Mon 09:00", "ticket.opened");
    }

    private static Watched answering() {
        return new Watched()
                .promised("first-reply", "1h")
                .promised("next-reply", "1h")
                .hears("Mon 09:00", "ticket.opened");
    }

    private static Watched byPriority() {
        return new Watched()
                .promised("resolve", "2d")
                .promised("resolve", "high", "1d")
                .promised("resolve", "low", "10d")
                .hears("Mon 09:00", "ticket.opened");
    }
}
