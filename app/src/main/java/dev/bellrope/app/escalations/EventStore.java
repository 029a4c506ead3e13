package dev.bellrope.app.escalations;

import dev.bellrope.app.alarms.AlarmTable;
import dev.bellrope.app.alarms.Subject;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.store.Archive;
import dev.bellrope.app.escalations.store.EscalationTable;
import dev.bellrope.app.escalations.store.EventTable;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.escalation.Alarm;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.playbook.Playbook;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Writes decisions: the events, the states, the alarms and whatever follows, all in the caller's transaction, with one
 * statement per table however many decisions there are.
 */
@Component
class EventStore {
    private final EscalationTable escalations;
    private final EventTable events;
    private final AlarmTable alarms;
    private final Archive archive;
    private final Workloads workloads;
    private final Directory directory;
    private final Playbooks playbooks;
    private final List<DecisionListener> listeners;

    EventStore(
            EscalationTable escalations,
            EventTable events,
            AlarmTable alarms,
            Archive archive,
            Workloads workloads,
            Directory directory,
            Playbooks playbooks,
            List<DecisionListener> listeners) {
        this.escalations = escalations;
        this.events = events;
        this.alarms = alarms;
        this.archive = archive;
        this.workloads = workloads;
        this.directory = directory;
        this.playbooks = playbooks;
        this.listeners = List.copyOf(listeners);
    }

    /**
     * Decides in a new unit of work, and writes the result.
     *
     * @param trace the trace of what causes the decisions; empty: each escalation continues the trace that it began
     *     with
     */
    <T> T write(Instant at, Optional<Trace> trace, Function<UnitOfWork, T> deciding) {
        UnitOfWork work = new UnitOfWork(this, directory.roster(), at, trace);
        T result = deciding.apply(work);
        work.write();
        return result;
    }

    String nextKey() {
        return "ESC-" + escalations.nextNumber();
    }

    Account account(String id) {
        return directory.findAccount(id).orElseGet(() -> Account.named(id, id));
    }

    Map<String, Account> accounts(Collection<String> ids) {
        return directory.findAccounts(ids);
    }

    Workloads loads() {
        return workloads;
    }

    /** Returns the playbook in force, by which new escalations are judged. */
    Playbook playbookInForce() {
        return playbooks.inForce();
    }

    /** Returns the playbook that an escalation is judged by. */
    Playbook playbookOf(Escalation state) {
        return playbooks.get(state.playbook());
    }

    /** Returns the armed alarms, by subject. */
    Map<Subject, Set<Alarm>> armed(Collection<Subject> subjects) {
        return alarms.armed(subjects);
    }

    /**
     * What a unit of work has to write.
     *
     * @param armed the alarms that are armed in the table, by subject, as far as they are known
     * @param wanted the alarms to arm, by subject
     */
    record PendingWrites(
            Instant at,
            List<EscalationTable.StateChange> changes,
            List<DecisionListener.DecisionRecord> decisions,
            List<AlarmTable.StrikeRow> struck,
            Map<Subject, Set<Alarm>> armed,
            Map<Subject, Set<Alarm>> wanted) {}

    void write(PendingWrites page) {
        if (!page.changes().isEmpty()) {
            archive.putBackOf(wasOver(page.changes()));
            escalations.write(page.changes(), page.at());
            events.add(page.decisions().stream()
                    .flatMap(decided -> decided.happenings().stream()
                            .map(happening -> new EventTable.EventRow(
                                    decided.after().key(), decided.after().account(), happening)))
                    .toList());
        }
        alarms.arm(page.armed(), page.wanted(), page.at());
        if (!page.struck().isEmpty()) {
            alarms.struck(page.struck(), page.at());
        }
        if (!page.decisions().isEmpty()) {
            listeners.forEach(listener -> listener.follow(page.decisions()));
        }
    }

    /** Only escalations that are over are ever archived, so open ones cost no query. */
    private static List<String> wasOver(List<EscalationTable.StateChange> changes) {
        return changes.stream()
                .filter(change -> change.before() != null
                        && change.before().state().status().isOver())
                .map(change -> change.state().key())
                .toList();
    }
}
