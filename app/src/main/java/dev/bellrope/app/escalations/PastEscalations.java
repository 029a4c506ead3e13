package dev.bellrope.app.escalations;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.escalations.store.DamagedArchive;
import dev.bellrope.app.escalations.store.EndedEscalation;
import dev.bellrope.app.escalations.store.EscalationFilter;
import dev.bellrope.app.escalations.store.EscalationListTable;
import dev.bellrope.app.escalations.store.EscalationRow;
import dev.bellrope.app.escalations.store.EventTable;
import dev.bellrope.app.escalations.store.SimilarTable;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.playbook.Assessment;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Escalations that are over, for reading: the list may lag by a moment, but the page of each escalation is current. */
@Component
public class PastEscalations {
    private final EscalationListTable lists;
    private final SimilarTable similar;
    private final EventTable events;

    PastEscalations(EscalationListTable lists, SimilarTable similar, EventTable events) {
        this.lists = lists;
        this.similar = similar;
        this.events = events;
    }

    /** Lists escalations with numbers below a given one, the newest first. */
    public List<EscalationRow> list(EscalationFilter filter, long below, int limit) {
        return lists.listLagging(filter, below, limit);
    }

    /** Finds similar escalations that are over; those of the same account and the same issue type come first. */
    public List<EndedEscalation> like(Escalation escalation, VisibleAccounts visible, int limit) {
        Assessment judged = escalation.assessment();
        return similar
                .list(escalation.key(), escalation.account(), judged.issueType(), judged.route(), visible, limit)
                .stream()
                .map(found ->
                        found.archived() ? found.ended().done(said(found.ended().key())) : found.ended())
                .toList();
    }

    /** Returns how it was resolved, from the archive; empty if the archive is damaged, which its own page reports. */
    private String said(String key) {
        try {
            return events.list(key, 0).reversed().stream()
                    .flatMap(happening -> happening.event() instanceof Event.Resolved(String summary)
                            ? Stream.of(summary)
                            : Stream.empty())
                    .findFirst()
                    .orElse("");
        } catch (DamagedArchive damaged) {
            return "";
        }
    }
}
