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
 * Something that happened at a customer, and what people did about it.
 *
 * @param id by which another story can name it
 * @param began when it was heard
 * @param kind the kind of the signal that it was heard by
 * @param ticket empty where it is about none
 * @param data what else the signal says
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
     * One thing that somebody did.
     *
     * @param after how long after the step before
     * @param who a person, a role of the escalation, {@code customer}
     * @param does one of the words of {@link DemoActs}, or the kind of a signal
     * @param says what it needs
     */
    record StoryStep(Duration after, String who, String does, List<String> says) {}

    /** The signal that it was heard by. */
    Signal signal() {
        return new Signal(SOURCE, id, kind, began, account, ticket, title, data);
    }

    /** A signal about the same. */
    Signal signal(String suffix, String otherKind, Instant at, String by, String words) {
        Map<String, Object> said = new LinkedHashMap<>();
        if (!by.isEmpty()) {
            said.put("by", by);
        }
        return new Signal(SOURCE, id + "-" + suffix, otherKind, at, account, ticket, words, said);
    }

    /** The stories of a file, as if it were written at an instant. */
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

    /** {@code 13d 07:42} is that time (UTC) 13 days ago; {@code 3h20m} is so long ago. */
    private static Instant instant(String written, Instant now) {
        int between = written.indexOf(' ');
        if (between < 0) {
            return now.minus(span(written));
        }
        LocalDate day =
                now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(Long.parseLong(written.substring(0, between - 1)));
        return day.atTime(LocalTime.parse(written.substring(between + 1))).toInstant(ZoneOffset.UTC);
    }

    /** {@code 2d}, {@code 1h30m}, {@code 45s}. */
    static Duration span(String written) {
        return written.endsWith("d")
                ? Duration.ofDays(Long.parseLong(written.substring(0, written.length() - 1)))
                : Duration.parse("PT" + written);
    }
}
