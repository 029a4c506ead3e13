package dev.bellrope.app.demo;

import dev.bellrope.core.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A story: something that happened at a customer, and what people did about it.
 *
 * @param id the id by which other stories can refer to it
 * @param began when its signal arrived
 * @param kind the kind of its signal
 * @param ticket empty if it is not about a ticket
 * @param data further data of the signal
 * @param steps what followed, in order
 */
record Story(
        String id,
        String account,
        Instant began,
        String kind,
        String ticket,
        String title,
        Map<String, Object> data,
        List<StoryStep> steps) {
    static final String SOURCE = "helpdesk";

    Story {
        data = Map.copyOf(data);
        steps = List.copyOf(steps);
    }

    /**
     * A step of a story: one thing that somebody did.
     *
     * @param after the time since the previous step
     * @param who a person, a role of the escalation, or {@code customer}
     * @param does one of the words of {@link DemoActs}, or the kind of a signal
     * @param says the arguments
     */
    record StoryStep(Duration after, String who, String does, List<String> says) {}

    /** Returns the signal that begins the story. */
    Signal signal() {
        return new Signal(SOURCE, id, kind, began, account, ticket, title, data);
    }

    /** Returns a further signal about the same ticket. */
    Signal signal(String suffix, String otherKind, Instant at, String by, String words) {
        Map<String, Object> said = new LinkedHashMap<>();
        if (!by.isEmpty()) {
            said.put("by", by);
        }
        return new Signal(SOURCE, id + "-" + suffix, otherKind, at, account, ticket, words, said);
    }

    /** Reads the stories of a file, relative to an instant. */
    static List<Story> read(String file, Instant now) {
        return DemoFiles.list(file).stream().map(one -> read(one, now)).toList();
    }

    private static Story read(Map<String, Object> one, Instant now) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (one.get("data") instanceof Map<?, ?> said) {
            said.forEach((name, value) ->
                    data.put(String.valueOf(name), value instanceof Integer number ? Long.valueOf(number) : value));
        }
        if (one.containsKey("impact")) {
            data.put("impact", text(one, "impact"));
        }
        List<StoryStep> steps = new ArrayList<>();
        if (one.get("steps") instanceof List<?> written) {
            written.forEach(step -> steps.add(step((List<?>) step)));
        }
        return new Story(
                text(one, "id"),
                text(one, "account"),
                instant(text(one, "at"), now),
                text(one, "hears"),
                text(one, "ticket"),
                text(one, "title"),
                data,
                steps);
    }

    private static StoryStep step(List<?> written) {
        List<String> words = written.stream().map(String::valueOf).toList();
        return new StoryStep(span(words.getFirst()), words.get(1), words.get(2), words.subList(3, words.size()));
    }

    private static String text(Map<String, Object> one, String name) {
        return one.get(name) instanceof Object value ? value.toString() : "";
    }

    /** Parses an instant: {@code 13d 07:42} is this time (UTC) 13 days ago; {@code 3h20m} is that long ago. */
    private static Instant instant(String written, Instant now) {
        int between = written.indexOf(' ');
        if (between < 0) {
            return now.minus(span(written));
        }
        LocalDate day =
                now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(Long.parseLong(written.substring(0, between - 1)));
        return day.atTime(LocalTime.parse(written.substring(between + 1))).toInstant(ZoneOffset.UTC);
    }

    /** Parses a duration: {@code 2d}, {@code 1h30m}, {@code 45s}. */
    static Duration span(String written) {
        return written.endsWith("d")
                ? Duration.ofDays(Long.parseLong(written.substring(0, written.length() - 1)))
                : Duration.parse("PT" + written);
    }
}
