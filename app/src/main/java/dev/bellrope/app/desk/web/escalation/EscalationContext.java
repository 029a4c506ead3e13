package dev.bellrope.app.desk.web.escalation;

import dev.bellrope.app.escalations.store.EndedEscalation;
import dev.bellrope.app.escalations.store.EscalationRow;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.account.ValueScore;
import dev.bellrope.core.routing.Roster;
import dev.bellrope.core.ticket.Ticket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What stands around one escalation: others, people, the account.
 *
 * @param queue the viewer's and the account's other open ones together with it, what slips first first
 * @param siblings the account's open ones
 * @param tickets those that it covers and that are watched
 * @param loads what people carry, by id
 * @param value what the account is worth by the playbook of the escalation, taken apart
 * @param similar what ended and was like it, the newest first
 */
public record EscalationContext(
        List<EscalationRow> queue,
        List<EscalationRow> siblings,
        List<Ticket> tickets,
        Map<String, Roster.PersonLoad> loads,
        Account account,
        ValueScore value,
        List<EndedEscalation> similar) {

    /** What it could go into: key to label. */
    public Map<String, String> mergeable(String key) {
        return siblings.stream()
                .filter(row -> !row.key().equals(key))
                .collect(Collectors.toMap(
                        EscalationRow::key,
                        row -> row.key() + " " + row.title(),
                        (one, same) -> one,
                        LinkedHashMap::new));
    }

    public Roster.PersonLoad load(String person) {
        return loads.getOrDefault(person, Roster.PersonLoad.NONE);
    }
}
