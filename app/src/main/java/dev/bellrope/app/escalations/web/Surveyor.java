package dev.bellrope.app.escalations.web;

import dev.bellrope.app.access.SignedIn;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.Filter;
import dev.bellrope.app.escalations.PastEscalations;
import dev.bellrope.app.escalations.Row;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.escalation.Escalation;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks at what stands around an escalation: a handful of bounded queries. */
@Component
class Surveyor {
    private static final int SIBLINGS = 50;
    private static final int QUEUE = 12;
    private static final int SIMILAR = 5;

    private final Escalations escalations;
    private final PastEscalations past;
    private final Directory directory;

    Surveyor(Escalations escalations, PastEscalations past, Directory directory) {
        this.escalations = escalations;
        this.past = past;
        this.directory = directory;
    }

    Surroundings around(Picture picture, SignedIn who) {
        Escalation e = picture.state();
        Filter open = new Filter(Optional.empty(), Optional.of(e.account()), Optional.empty(), Optional.empty(), false);
        List<Row> siblings = escalations.list(open, Long.MAX_VALUE, SIBLINGS);
        Account account =
                directory.findAccount(e.account()).orElseGet(() -> Account.named(e.account(), e.accountName()));
        return new Surroundings(
                queue(siblings, who),
                siblings,
                escalations.tickets(List.copyOf(e.tickets().keySet())),
                escalations.loads(),
                account,
                picture.playbook().rubric().score(account, picture.at()),
                past.like(e, SIMILAR));
    }

    private List<Row> queue(List<Row> siblings, SignedIn who) {
        Map<String, Row> queue = new LinkedHashMap<>();
        siblings.forEach(row -> queue.put(row.key(), row));
        if (!who.personId().isEmpty()) {
            escalations.listOpenOf(who.personId(), QUEUE).forEach(row -> queue.put(row.key(), row));
        }
        return queue.values().stream()
                .sorted(Comparator.comparing((Row row) -> row.nextDue().orElse(Instant.MAX))
                        .thenComparing(Row::key))
                .limit(QUEUE)
                .toList();
    }
}
