package dev.bellrope.app.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.task.TaskEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What was written once must be read for ever: a sample of every event of a task, as it was first kept. */
class TaskEventNamesTest {
    @Test
    void everyEventIsKeptUnderANameOfItsOwn() {
        assertThat(new ArrayList<Class<?>>(TaskEventNames.all().values()))
                .containsExactlyInAnyOrder(TaskEvent.class.getPermittedSubclasses());
    }

    @Test
    void everySampleIsReadAndWrittenAsItWas() throws IOException {
        Map<String, String> samples = samples();
        assertThat(samples.keySet()).isEqualTo(new TreeMap<>(TaskEventNames.all()).keySet());
        samples.forEach((name, body) -> {
            TaskEvent event = TaskJson.event(name, body);
            assertThat(TaskEventNames.of(event)).isEqualTo(name);
            assertThat(TaskJson.body(event)).isEqualTo(body);
        });
    }

    @Test
    void whatALaterVersionAddsIsPassedOver() {
        assertThat(TaskJson.event("done", "{\"evidence\":\"so\",\"mood\":\"good\"}"))
                .isEqualTo(new TaskEvent.TaskCompleted("so"));
    }

    /** A line each: the name, a space, the body. */
    private static Map<String, String> samples() throws IOException {
        Map<String, String> samples = new TreeMap<>();
        try (InputStream file = TaskEventNamesTest.class.getResourceAsStream("/task-events.txt")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                int space = line.indexOf(' ');
                samples.put(line.substring(0, space), line.substring(space + 1));
            });
        }
        return samples;
    }
}
