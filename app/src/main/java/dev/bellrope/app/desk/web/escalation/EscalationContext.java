package dev.bellrope.app.desk.web.escalation;

import dev.bellrope.app.escalations.store.EndedEscalation;
import dev.bellrope.app.escalations.store.EscalationRow;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.account.ValueScore;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.routing.Roster;
import dev.bellrope.core.task.Task;
import dev.bellrope.core.ticket.Ticket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What surrounds one escalation on its page: other escalations, people, the account.
 *
 * @param queue this escalation and the other open ones of the viewer and the account; the promise that is due first
 *     comes first
 * @param siblings the account's open escalations
 * @param tickets the watched tickets that it covers
 * @param loads the workload of people, by id
 * @param value the value score of the account by the escalation's playbook, broken down
 * @param tasks the tasks about it, what is open first
 * @param similar similar escalations that are over
 */
public record EscalationContext(
        List<EscalationRow> queue,
        List<EscalationRow> siblings,
        List<Ticket> tickets,
        Map<String, Roster.PersonLoad> loads,
        Account account,
        ValueScore value,
        List<Task> tasks,
        List<EndedEscalation> similar) {

    /** Returns the escalations that it could be merged into, as key to label. */
    public Map<String, String> mergeable(String key) {
        return siblings.stream()
                .filter(row ->
                        row.status().equals(Status.ACTIVE.word()) && !row.key().equals(key))
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
