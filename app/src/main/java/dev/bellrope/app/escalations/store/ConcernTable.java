package dev.bellrope.app.escalations.store;

import static dev.bellrope.app.database.Columns.texts;

import dev.bellrope.app.escalations.store.EscalationTable.StateChange;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.PlanStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom and what an escalation concerns, derived from its state for the lists. Its tickets stay; its people, and those
 * it waits for, are kept only while it is open, so that these tables do not grow with the years.
 */
@Component
class ConcernTable {
    private static final String CLEAR_PEOPLE = """
            delete from escalation_person where escalation = any(:keys)
            """;

    private static final String ADD_PEOPLE = """
            insert into escalation_person (escalation, account, role, person)
            select * from unnest(:keys, :accounts, :roles, :persons)
            """;

    private static final String ADD_TICKETS = """
            insert into escalation_ticket (ticket, escalation, account)
            select * from unnest(:tickets, :keys, :accounts)
            on conflict do nothing
            """;

    private static final String CLEAR_WAITING = """
            delete from escalation_waits_for where escalation = any(:keys)
            """;

    private static final String ADD_WAITING = """
            insert into escalation_waits_for (who, escalation, account)
            select * from unnest(:who, :keys, :accounts)
            """;

    private final JdbcClient jdbc;

    ConcernTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(List<StateChange> changes) {
        writePeople(changes);
        writeWaiting(changes);
        writeTickets(changes);
    }

    private record Participation(Escalation of, String role, String person) {}

    private void writePeople(List<StateChange> changes) {
        List<String> moved = new ArrayList<>();
        List<Participation> parts = new ArrayList<>();
        for (StateChange change : changes) {
            Map<String, String> before =
                    change.before() == null ? Map.of() : people(change.before().state());
            Map<String, String> now = people(change.state());
            if (!now.equals(before)) {
                if (!before.isEmpty()) {
                    moved.add(change.state().key());
                }
                now.forEach((role, person) -> parts.add(new Participation(change.state(), role, person)));
            }
        }
        if (!moved.isEmpty()) {
            jdbc.sql(CLEAR_PEOPLE).param("keys", texts(moved, key -> key)).update();
        }
        if (!parts.isEmpty()) {
            jdbc.sql(ADD_PEOPLE)
                    .param("keys", texts(parts, part -> part.of().key()))
                    .param("accounts", texts(parts, part -> part.of().account()))
                    .param("roles", texts(parts, Participation::role))
                    .param("persons", texts(parts, Participation::person))
                    .update();
        }
    }

    private static Map<String, String> people(Escalation state) {
        return state.status().isOver() ? Map.of() : state.people();
    }

    private record AwaitedPerson(String who, Escalation of) {}

    private void writeWaiting(List<StateChange> changes) {
        List<String> moved = new ArrayList<>();
        List<AwaitedPerson> waiting = new ArrayList<>();
        for (StateChange change : changes) {
            Set<String> before = change.before() == null
                    ? Set.of()
                    : waitsFor(change.before().state());
            Set<String> now = waitsFor(change.state());
            if (!now.equals(before)) {
                if (!before.isEmpty()) {
                    moved.add(change.state().key());
                }
                now.forEach(who -> waiting.add(new AwaitedPerson(who, change.state())));
            }
        }
        if (!moved.isEmpty()) {
            jdbc.sql(CLEAR_WAITING).param("keys", texts(moved, key -> key)).update();
        }
        if (!waiting.isEmpty()) {
            jdbc.sql(ADD_WAITING)
                    .param("who", texts(waiting, AwaitedPerson::who))
                    .param("keys", texts(waiting, one -> one.of().key()))
                    .param("accounts", texts(waiting, one -> one.of().account()))
                    .update();
        }
    }

    /**
     * Returns whom it waits for besides those who hold a role in it: ids of people, and duties whose holders may all
     * answer.
     */
    private static Set<String> waitsFor(Escalation state) {
        if (state.status().isOver()) {
            return Set.of();
        }
        Set<String> who = new TreeSet<>();
        if (state.handoff() != null) {
            who.add(state.handoff().to());
        }
        state.questions().values().forEach(question -> who.add(question.of()));
        state.plan().stream()
                .filter(step ->
                        step.state() != PlanStep.State.PASSED && !step.owner().isEmpty())
                .forEach(step -> who.add(step.owner()));
        return who;
    }

    private record CoveredTicket(String ticket, Escalation of) {}

    private void writeTickets(List<StateChange> changes) {
        List<CoveredTicket> covered = new ArrayList<>();
        for (StateChange change : changes) {
            for (String ticket : change.state().tickets().keySet()) {
                if (change.before() == null
                        || !change.before().state().tickets().containsKey(ticket)) {
                    covered.add(new CoveredTicket(ticket, change.state()));
                }
            }
        }
        if (!covered.isEmpty()) {
            jdbc.sql(ADD_TICKETS)
                    .param("tickets", texts(covered, CoveredTicket::ticket))
                    .param("keys", texts(covered, one -> one.of().key()))
                    .param("accounts", texts(covered, one -> one.of().account()))
                    .update();
        }
    }
}
