package dev.bellrope.app.escalations;

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

/** Escalations that are over, to be looked at: the list may be a moment old, and the page of each is that of now. */
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

    /** The newest first, below a number. */
    public List<EscalationRow> list(EscalationFilter filter, long below, int limit) {
        return lists.listLagging(filter, below, limit);
    }

    /** What is over and was like it: first those of its account and its kind. */
    public List<EndedEscalation> like(Escalation escalation, int limit) {
        Assessment judged = escalation.assessment();
        return similar.list(escalation.key(), escalation.account(), judged.issueType(), judged.route(), limit).stream()
                .map(found ->
                        found.archived() ? found.ended().done(said(found.ended().key())) : found.ended())
                .toList();
    }

    /** What was done, out of an archive; nothing out of a damaged one, whose own page tells of that. */
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
