package dev.bellrope.core.signal;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A signal: anything that may mean trouble.
 *
 * @param source who sent it; unique for ever together with {@code id}
 * @param id the source's own id for it
 * @param kind the kind in dotted words: one of {@link SignalKind}, or any other that a trigger may listen to
 * @param at when it happened, according to the source
 * @param account the account's id; empty while unknown
 * @param ticket the helpdesk's id of the ticket it is about; empty if it is not about one
 * @param summary one line for people
 * @param data everything else, as facts; never contains null
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

    /** Returns whether it is about a ticket. */
    public boolean isAboutTicket() {
        return !ticket.isEmpty();
    }

    /** Returns its facts for a playbook's conditions. */
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

    /** Returns a text from the data; empty if it is absent. */
    public String text(String name) {
        Object value = data.get(name);
        return value == null ? "" : value.toString();
    }
}
