package dev.bellrope.app.tasks.web;

import java.util.Map;

/**
 * What was typed into a form that was refused, so that nobody has to type it again.
 *
 * @param form which form it was; empty: none
 * @param values its fields
 */
public record TaskInput(String form, Map<String, String> values) {
    static final TaskInput NOTHING = new TaskInput("", Map.of());

    public TaskInput {
        values = Map.copyOf(values);
    }

    /** Returns whether that form was refused. */
    public boolean isOf(String name) {
        return form.equals(name);
    }

    /** Returns what was typed into a field of a form; empty where nothing was. */
    public String value(String name, String field) {
        return isOf(name) ? values.getOrDefault(field, "") : "";
    }
}
