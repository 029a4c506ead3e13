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
 * Writes down what was decided: the events, the states, the alarms and whatever follows, all in the caller's transaction, by one
 * statement a table however many decisions there are.
 */
@Component
class EventStore {
    private final EscalationTable escalations;
    private final EventTable events;
    private final AlarmTable alarms;
    private final Archive archive;
    private final Workloads loads;
    private final Directory directory;
    private final Playbooks playbooks;
    private final List<DecisionListener> followings;

    EventStore(
            EscalationTable escalations,
            EventTable events,
            AlarmTable alarms,
            Archive archive,
            Workloads loads,
            Directory directory,
            Playbooks playbooks,
            List<DecisionListener> followings) {
        this.escalations = escalations;
        this.events = events;
        this.alarms = alarms;
        this.archive = archive;
        this.loads = loads;
        this.directory = directory;
        this.playbooks = playbooks;
        this.followings = List.copyOf(followings);
    }

    /**
     * Has something decided on a new sheet, and writes down what it came to.
     *
     * @param trace of what is decided by; empty: each escalation carries on the one that it began with
     */
    <T> T write(Instant at, Optional<Trace> trace, Function<UnitOfWork, T> deciding) {
        UnitOfWork sheet = new UnitOfWork(this, directory.roster(), at, trace);
        T result = deciding.apply(sheet);
        sheet.write();
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
        return loads;
    }

    /** The playbook that whatever begins now is judged by. */
    Playbook playbookInForce() {
        return playbooks.inForce();
    }

    /** The playbook that an escalation is judged by. */
    Playbook playbookOf(Escalation state) {
        return playbooks.get(state.playbook());
    }

    /** What is armed, by subject. */
    Map<Subject, Set<Alarm>> armed(Collection<Subject> subjects) {
        return alarms.armed(subjects);
    }

    /**
     * What is to be written.
     *
     * @param armed what is armed in the table, by subject, as far as it is known
     * @param wanted what is to be armed, by subject
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
            followings.forEach(following -> following.follow(page.decisions()));
        }
    }

    /** Only what is over is ever archived, so for what lives nothing is asked. */
    private static List<String> wasOver(List<EscalationTable.StateChange> changes) {
        return changes.stream()
                .filter(change -> change.before() != null
                        && change.before().state().status().isOver())
                .map(change -> change.state().key())
                .toList();
    }
}
