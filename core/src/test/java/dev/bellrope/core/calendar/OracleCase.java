package dev.bellrope.core.calendar;

import dev.bellrope.core.clock.TargetClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One fact of another product.
 *
 * @param calendar ours, made of the facts of theirs; {@code always} when the case names none
 */
record OracleCase(JsonNode facts, WorkingCalendar calendar) {
    private static final int DAYS_AROUND = 60;

    static WorkingCalendar calendar(JsonNode calendars, JsonNode facts) {
        if (!facts.has("calendar")) {
            return WorkingCalendar.always();
        }
        JsonNode calendar = calendars.get(facts.get("calendar").asString());
        Map<String, List<String>> week = new HashMap<>();
        calendar.get("weekly")
                .properties()
                .forEach(day -> week.put(
                        day.getKey(),
                        day.getValue()
                                .valueStream()
                                .map(range -> range.get(0).asString() + "-"
                                        + range.get(1).asString())
                                .toList()));
        List<String> holidays =
                calendar.path("holidays").valueStream().map(JsonNode::asString).toList();
        return WorkingCalendar.of(
                facts.get("calendar").asString(),
                ZoneId.of(calendar.get("tz").asString()),
                Week.parse(week),
                Holidays.parse(holidays, "oracle"));
    }

    String id() {
        return text("id");
    }

    String op() {
        return text("op");
    }

    boolean isWorkingTime() {
        return !op().equals("sla_status");
    }

    /** What the peer says, in the form of {@link #answer}. */
    Object expected() {
        JsonNode expected = facts.has("expected_seconds") ? facts.get("expected_seconds") : facts.get("expected");
        return switch (op()) {
            case "elapsed", "elapsed_swapped_is_zero" -> Duration.ofSeconds(expected.asLong());
            case "is_open", "is_holiday" -> expected.asBoolean();
            case "normalise_local_time" -> text("expected_local").replace(' ', 'T');
            case "add_rejected" -> "rejected";
            case "sla_scenario" -> pauses(expected);
            default -> instant(expected.asString());
        };
    }

    /** What we say. */
    Object answer() {
        return switch (op()) {
            case "add" -> calendar.plus(at("start"), seconds());
            case "sub" -> calendar.minus(at("start"), seconds());
            case "elapsed", "elapsed_swapped_is_zero" -> calendar.between(at("start"), at("end"));
            case "is_open" -> calendar.isOpen(at("at"));
            case "next_open" -> calendar.nextOpen(at("at"));
            case "next_change" -> changes().tailSet(at("at"), true).first();
            case "previous_change" -> changes().headSet(at("at"), true).last();
            case "is_holiday" ->
                calendar.holidays().find(LocalDate.parse(text("date"))).isPresent();
            case "add_business_days" -> addBusinessDays();
            case "add_rejected" -> addRejected();
            case "normalise_local_time" -> normalised();
            case "policy" -> policy();
            case "sla_scenario" -> pauses();
            default -> throw new AssertionError("no such operation: " + op());
        };
    }

    @Override
    public String toString() {
        return id() + " " + op();
    }

    private TreeSet<Instant> changes() {
        TreeSet<Instant> changes = new TreeSet<>();
        for (Interval opening : calendar.openings(shifted("at", -DAYS_AROUND), shifted("at", DAYS_AROUND))) {
            changes.add(opening.start());
            changes.add(opening.end());
        }
        return changes;
    }

    /** A budget of so many days, forwards or backwards; the closing of such a day is nothing that can be asked for. */
    private Object addBusinessDays() {
        if (facts.get("end_of_working_day").asBoolean()) {
            return "cannot be asked";
        }
        int days = facts.get("days").asInt();
        Duration working = Span.parse(Math.abs(days) + "d").in(calendar);
        return days > 0 ? calendar.plus(at("start"), working) : calendar.minus(at("start"), working);
    }

    private String addRejected() {
        JsonNode amount = facts.get("amount");
        if (!amount.has("Hours")) {
            return "cannot be asked";
        }
        try {
            return calendar.plus(
                            at("start"), Duration.ofHours(amount.get("Hours").asInt()))
                    .toString();
        } catch (IllegalArgumentException refused) {
            return "rejected";
        }
    }

    /** Where a calendar that opens at that wall-clock time opens. */
    private String normalised() {
        LocalDateTime local = LocalDateTime.parse(text("local").replace(' ', 'T'));
        LocalTime time = local.toLocalTime();
        WorkingCalendar opening = WorkingCalendar.of(
                "opening", ZoneId.of(text("tz")), Week.parse(Map.of("daily", List.of(time + "-24:00"))), Holidays.NONE);
        Instant midnight = local.toLocalDate().atStartOfDay(opening.zone()).toInstant();
        return opening.nextOpen(midnight)
                .atZone(opening.zone())
                .toLocalDateTime()
                .toString();
    }

    private Object policy() {
        if (!text("given").startsWith("every day marked closed")) {
            return calendar.plus(at("start"), seconds());
        }
        try {
            return WorkingCalendar.of("closed", calendar.zone(), Week.parse(Map.of()), Holidays.NONE)
                    .plus(at("start"), seconds());
        } catch (IllegalArgumentException refused) {
            return "refused";
        }
    }

    private List<String> pauses(JsonNode expected) {
        return Stream.of("resolution_by_after_reopen", "total_hold_seconds", "resolution_time_seconds")
                .filter(expected::has)
                .map(key -> key + " " + expected.get(key).asString())
                .toList();
    }

    /** The clock of a promise of 4 hours (priority high), which is paused, goes on and is kept. */
    private List<String> pauses() {
        List<Instant> events = facts.get("events")
                .valueStream()
                .map(event -> instant(event.get(0).asString()))
                .toList();
        TargetClock begun =
                TargetClock.start("resolve", 1, Duration.ofHours(4), calendar, events.get(0), List.of(), false);
        TargetClock paused = begun.pause(events.get(1), calendar);
        TargetClock resumed = paused.resume(paused.dueIfResumed(events.get(2), calendar), List.of());
        TargetClock kept = resumed.keep(events.get(3));
        Duration hold = calendar.between(begun.due(), kept.due());
        Duration taken = kept.budget().minus(kept.remainingAt(events.get(3), calendar));
        return Stream.of(
                        "resolution_by_after_reopen " + kept.due(),
                        "total_hold_seconds " + hold.toSeconds(),
                        "resolution_time_seconds " + taken.toSeconds())
                .filter(line -> facts.get("expected").has(line.substring(0, line.indexOf(' '))))
                .toList();
    }

    private Instant shifted(String key, int days) {
        return at(key).plus(Duration.ofDays(days));
    }

    private Duration seconds() {
        return Duration.ofSeconds(facts.get("seconds").asLong());
    }

    private Instant at(String key) {
        return instant(text(key));
    }

    /** Without an offset a time is one of the calendar's wall clock. */
    private Instant instant(String text) {
        return text.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(calendar.zone()).toInstant();
    }

    private String text(String key) {
        return facts.get(key).asString();
    }
}
