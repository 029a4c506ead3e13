package dev.bellrope.app.desk.web.escalation;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.PastEscalations;
import dev.bellrope.app.escalations.acts.EscalationView;
import dev.bellrope.app.escalations.store.EscalationFilter;
import dev.bellrope.app.escalations.store.EscalationRow;
import dev.bellrope.app.tasks.Tasks;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.task.TaskTopic;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Loads the context of an escalation for its page, with a handful of bounded queries. */
@Component
class ContextLoader {
    private static final int SIBLINGS = 50;
    private static final int QUEUE = 12;
    private static final int TASKS = 20;
    private static final int SIMILAR = 5;

    private final Escalations escalations;
    private final PastEscalations past;
    private final Tasks tasks;
    private final Directory directory;

    ContextLoader(Escalations escalations, PastEscalations past, Tasks tasks, Directory directory) {
        this.escalations = escalations;
        this.past = past;
        this.tasks = tasks;
        this.directory = directory;
    }

    EscalationContext around(EscalationView view, CurrentUser who, VisibleAccounts visible) {
        Escalation e = view.state();
        List<EscalationRow> siblings =
                escalations.list(EscalationFilter.openOfAccount(e.account(), visible), Long.MAX_VALUE, SIBLINGS);
        Account account =
                directory.findAccount(e.account()).orElseGet(() -> Account.named(e.account(), e.accountName()));
        return new EscalationContext(
                queue(siblings, who, visible),
                siblings,
                escalations.tickets(List.copyOf(e.tickets().keySet()), visible),
                escalations.loads(),
                account,
                view.playbook().rubric().score(account, view.at()),
                tasks.listAbout(TaskTopic.escalation(e.key()), visible, TASKS),
                past.like(e, visible, SIMILAR));
    }

    private List<EscalationRow> queue(List<EscalationRow> siblings, CurrentUser who, VisibleAccounts visible) {
        Map<String, EscalationRow> queue = new LinkedHashMap<>();
        siblings.forEach(row -> queue.put(row.key(), row));
        if (!who.personId().isEmpty()) {
            escalations.listOpenOf(who.personId(), visible, QUEUE).forEach(row -> queue.put(row.key(), row));
        }
        return queue.values().stream()
                .sorted(Comparator.comparing(
                                (EscalationRow row) -> row.nextDue().orElse(Instant.MAX))
                        .thenComparing(EscalationRow::key))
                .limit(QUEUE)
                .toList();
    }
}
