package dev.bellrope.core.signal;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Anything heard that may mean trouble.
 *
 * @param source who says it; together with {@code id} it is unique for ever
 * @param id the source's own id of it
 * @param kind what it is, in dotted words: one of {@link SignalKind} or any other word that a trigger may hear
 * @param at when it happened, as the source says
 * @param account the account's id; empty while unknown
 * @param ticket the helpdesk's id of the ticket it is about; empty where it is about none
 * @param summary one line for people
 * @param data everything else, as facts; never holds null
 */
public record Signal(
        String source,
        String id,
        String kind,
        Instant at,
        String account,
        String ticket,
        String summary,
        Map<String, Object> data) {
    public Signal {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** Whether it is about a ticket. */
    public boolean isAboutTicket() {
        return !ticket.isEmpty();
    }

    /** What conditions of a playbook may know of it. */
    public Map<String, Object> asFacts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", id);
        facts.put("source", source);
        facts.put("kind", kind);
        facts.put("summary", summary);
        facts.put("account", account);
        facts.put("ticket", ticket);
        facts.put("at", at);
        facts.put("data", data);
        return facts;
    }

    /** A text of the data, or the empty text where it is absent. */
    public String text(String name) {
        Object value = data.get(name);
        return value == null ? "" : value.toString();
    }
}
