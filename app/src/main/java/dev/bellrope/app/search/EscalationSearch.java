package dev.bellrope.app.search;

import dev.bellrope.app.escalations.DecisionListener;
import dev.bellrope.app.escalations.store.EscalationFilter;
import dev.bellrope.app.escalations.store.EscalationRow;
import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.PlanStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds escalations by what was said about them: the headline, and every text that a person or the customer wrote. Each
 * search word may be the beginning of a word; all of them must occur in one text.
 */
@Component
public class EscalationSearch implements DecisionListener {
    /** How many times the limit is scanned one by one, before all texts are searched. */
    private static final int FIRST = 8;

    private static final int LONGEST = 4000;

    private final SearchTable table;

    EscalationSearch(SearchTable table) {
        this.table = table;
    }

    /**
     * An escalation that was found.
     *
     * @param said an excerpt, with the matches between {@link #OPEN} and {@link #CLOSE}
     */
    public record SearchHit(EscalationRow row, String said) {}

    /** Marks the start of a match in an excerpt. */
    public static final String OPEN = "\u27e6";

    public static final String CLOSE = "\u27e7";

    /** Finds escalations: open ones first, then by number, the newest first; none for a blank search. */
    @Transactional(readOnly = true)
    public List<SearchHit> find(String asked, EscalationFilter filter, int limit) {
        if (asked.isBlank()) {
            return List.of();
        }
        int looked = FIRST * limit;
        List<SearchHit> first = table.findAmongFirst(asked, filter, looked, limit);
        boolean enough = first.size() == limit || table.countFirst(filter, looked) < looked;
        return enough ? first : table.findAmongAll(asked, filter, limit);
    }

    /** A text of an escalation; sequence 0 is the headline. */
    record SearchedText(String escalation, String account, long sequence, Instant at, String text) {}

    @Override
    public void follow(List<DecisionRecord> decisions) {
        List<SearchedText> said = new ArrayList<>();
        for (DecisionRecord decided : decisions) {
            for (RecordedEvent happening : decided.happenings()) {
                long sequence = isHeadline(happening.event()) ? 0 : happening.sequence();
                String text = text(decided.after(), happening.event());
                if (!text.isBlank()) {
                    said.add(new SearchedText(
                            decided.after().key(),
                            decided.after().account(),
                            sequence,
                            happening.at(),
                            text.substring(0, Math.min(text.length(), LONGEST))));
                }
            }
        }
        if (!said.isEmpty()) {
            table.add(said);
        }
    }

    private static boolean isHeadline(Event event) {
        return event instanceof Event.Requested || event instanceof Event.Opened;
    }

    private static String text(Escalation after, Event event) {
        return switch (event) {
            case Event.Requested e -> String.join(" ", after.key(), after.accountName(), e.title(), e.impactNote());
            case Event.Opened e -> String.join(" ", after.key(), after.accountName(), e.title(), e.impactNote());
            case Event.NoteAdded e -> e.text();
            case Event.Attached e -> String.join(" ", e.file(), e.text());
            case Event.UpdateSent e -> e.text();
            case Event.UpdateProposed e -> e.text();
            case Event.CustomerHeard e -> e.text();
            case Event.DecisionAsked e -> e.question();
            case Event.Decided e -> String.join(" ", e.question(), e.choice(), e.rationale());
            case Event.WorkaroundRecorded e -> e.text();
            case Event.RootCauseRecorded e -> e.text();
            case Event.Paused e -> e.note();
            case Event.StepValidated e -> e.evidence();
            case Event.CriterionMet e -> e.evidence();
            case Event.Resolved e -> e.summary();
            case Event.Closed e -> e.note();
            case Event.AcceptedRequest e -> e.note();
            case Event.HandoffOffered e -> String.join(" ", e.situation(), e.nextAction());
            case Event.PlanSet e ->
                Stream.concat(e.steps().stream().map(PlanStep::text), Stream.of(e.contingency()))
                        .collect(Collectors.joining(" "));
            // The following carry reasons and names, which the timeline shows and nobody searches for.
            case Event.RequestOverdue _,
                    Event.Declined _,
                    Event.RoleAssigned _,
                    Event.Acknowledged _,
                    Event.TargetStarted _,
                    Event.TargetWarned _,
                    Event.TargetMet _,
                    Event.TargetMissed _,
                    Event.TargetStopped _,
                    Event.TargetPaused _,
                    Event.TargetResumed _,
                    Event.TargetMoved _,
                    Event.TargetWaived _,
                    Event.Resumed _,
                    Event.LevelRaised _,
                    Event.LevelSkipped _,
                    Event.LevelLowered _,
                    Event.Retriaged _,
                    Event.HandoffAccepted _,
                    Event.HandoffDeclined _,
                    Event.HandoffOverdue _,
                    Event.DecisionOverdue _,
                    Event.TicketAttached _,
                    Event.TicketSeen _,
                    Event.CriterionWaived _,
                    Event.WatchStarted _,
                    Event.WatchEnded _,
                    Event.ExecutivesInformed _,
                    Event.Reopened _,
                    Event.ReviewRequired _,
                    Event.MergedInto _,
                    Event.Absorbed _ -> "";
        };
    }
}
