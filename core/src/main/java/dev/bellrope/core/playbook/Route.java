package dev.bellrope.core.playbook;

import dev.bellrope.core.fact.Expression;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an escalation goes, and who works on it.
 *
 * @param name its name in the playbook
 * @param when which escalations; null for the route that always matches
 * @param team the team that owns it
 * @param skills what the owner should know, most important first
 * @param people how each role is filled: {@code owner: best-fit}, {@code backup: next-best-other-zone}, {@code sponsor:
 *     vp-engineering} (whoever on the roster holds that duty), {@code communications: account.csm} (one of the
 *     account's own people)
 * @param taskForce the functions that join ({@code engineering}, {@code product})
 * @param channel the name of the channel, with the placeholders {@code {key}} and {@code {account}}; empty for none
 * @param meetings how often the task force meets, by severity, as written
 */
public record Route(
        String name,
        @Nullable Expression when,
        String team,
        List<String> skills,
        Map<String, String> people,
        List<String> taskForce,
        String channel,
        Map<Severity, String> meetings) {
    public static final String OWNER = "owner";
    public static final String BACKUP = "backup";
    public static final String SPONSOR = "sponsor";
    public static final String FACILITATOR = "facilitator";
    public static final String COMMUNICATIONS = "communications";

    public Route {
        skills = List.copyOf(skills);
        people = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(people));
        taskForce = List.copyOf(taskForce);
        meetings = Map.copyOf(meetings);
    }
}
