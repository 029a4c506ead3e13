package dev.bellrope.app.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A kind of trouble in the live stream.
 *
 * @param priority the helpdesk's word for it
 * @param updates what we tell the customer, in order
 * @param plan steps such as {@code what is done => how we will know}
 */
record StoryTopic(
        String product,
        String priority,
        String title,
        String impact,
        List<String> updates,
        String workaround,
        String cause,
        List<String> plan,
        String resolved) {

    static List<StoryTopic> list() {
        return DemoFiles.list("topics.yaml").stream().map(StoryTopic::read).toList();
    }

    private static StoryTopic read(Map<String, Object> one) {
        return new StoryTopic(
                text(one, "product"),
                text(one, "priority"),
                text(one, "title"),
                text(one, "impact"),
                texts(one, "updates"),
                text(one, "workaround"),
                text(one, "cause"),
                texts(one, "plan"),
                text(one, "resolved"));
    }

    private static String text(Map<String, Object> one, String name) {
        return Objects.requireNonNull(one.get(name), name).toString();
    }

    private static List<String> texts(Map<String, Object> one, String name) {
        return ((List<?>) Objects.requireNonNull(one.get(name), name))
                .stream().map(String::valueOf).toList();
    }
}
