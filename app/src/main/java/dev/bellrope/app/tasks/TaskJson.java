package dev.bellrope.app.tasks;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellrope.core.task.Task;
import dev.bellrope.core.task.TaskEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Events and states of tasks as JSON: written once, read for ever; what a later version added is passed over. */
final class TaskJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultVisibility(all -> all.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private TaskJson() {}

    static String body(TaskEvent event) {
        return JSON.writeValueAsString(event);
    }

    static Map<String, Object> fields(TaskEvent event) {
        return JSON.readValue(body(event), new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    static TaskEvent event(String name, String body) {
        return JSON.readValue(body, TaskEventNames.type(name));
    }

    static String state(Task task) {
        return JSON.writeValueAsString(task);
    }

    static Task task(String state) {
        return JSON.readValue(state, Task.class);
    }
}
