package dev.bellrope.app.tasks.web;

import dev.bellrope.app.tasks.TaskHappening;
import dev.bellrope.app.web.Texts;
import dev.bellrope.core.task.TaskEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Events of tasks in words, for the page and the API.
 *
 * @param sentences the texts
 * @param zone the zone in which times are told
 * @param names the names of our people, by id
 */
record TaskWords(TaskSentence sentences, Locale language, ZoneId zone, Map<String, String> names) {
    /** Looks up a text in the language by its key, without the prefix {@code tasks.event.}. */
    interface TaskSentence {
        String say(String key, Object... arguments);
    }

    /** Returns them in the reader's language. */
    static TaskWords forPage(ZoneId zone, Map<String, String> names) {
        return new TaskWords(
                (key, arguments) -> Texts.text("tasks.event." + key, arguments), Texts.language(), zone, names);
    }

    /** Returns them in English, for programs. */
    static TaskWords english(ZoneId zone, Map<String, String> names) {
        return new TaskWords(
                (key, arguments) -> Texts.english("tasks.event." + key, arguments), Locale.ENGLISH, zone, names);
    }

    /** Returns an instant for people to read. */
    String when(Instant at) {
        return DateTimeFormatter.ofPattern("EEE d MMM HH:mm z", language).format(at.atZone(zone));
    }

    TaskLine line(TaskHappening happening) {
        return switch (happening.event()) {
            case TaskEvent.TaskOpened e ->
                e.owner().isEmpty()
                        ? line(happening, "opened-unowned", "", when(e.due()))
                        : line(happening, "opened", "", when(e.due()), name(e.owner()));
            case TaskEvent.TaskAssigned e -> assigned(happening, e);
            case TaskEvent.TaskExcluded e -> line(happening, "excluded", "", all(colleagues(e.people())));
            case TaskEvent.TaskWarned e -> line(happening, "warned", "", when(e.due()));
            case TaskEvent.TaskMissed e -> line(happening, "missed", "", when(e.due()));
            case TaskEvent.TaskClimbed e -> climbed(happening, e);
            case TaskEvent.TaskMoved e -> line(happening, "moved", e.reason(), when(e.from()), when(e.due()));
            case TaskEvent.TaskCompleted e -> line(happening, "done", e.evidence());
            case TaskEvent.TaskCancelled e -> line(happening, "cancelled", e.reason());
            case TaskEvent.TaskReopened e -> line(happening, "reopened", e.reason(), when(e.due()));
        };
    }

    private TaskLine assigned(TaskHappening happening, TaskEvent.TaskAssigned e) {
        if (e.to().isEmpty()) {
            return line(happening, "unassigned", e.reason());
        }
        return e.from().isEmpty()
                ? line(happening, "taken", e.reason(), name(e.to()))
                : line(happening, "assigned", e.reason(), name(e.to()), name(e.from()));
    }

    private TaskLine climbed(TaskHappening happening, TaskEvent.TaskClimbed e) {
        if (!e.people().isEmpty()) {
            return line(happening, "climbed", "", all(e.people()));
        }
        return e.already().isEmpty()
                ? line(happening, "passed-over", "", name(e.to()))
                : line(happening, "passed-over-had", "", name(e.to()), all(e.already()));
    }

    private TaskLine line(TaskHappening happening, String key, String because, Object... arguments) {
        return new TaskLine(happening.at(), happening.actorName(), sentences.say(key, arguments), because);
    }

    private String all(List<String> people) {
        return people.stream().map(this::name).collect(Collectors.joining(", "));
    }

    /** Returns those who are people: programs take part, too. */
    private List<String> colleagues(List<String> ids) {
        return ids.stream().filter(names::containsKey).toList();
    }

    /** Returns the name of a person, or a duty in words. */
    String name(String id) {
        return names.getOrDefault(id, id.replace('-', ' '));
    }
}
