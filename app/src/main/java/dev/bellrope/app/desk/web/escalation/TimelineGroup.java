package dev.bellrope.app.desk.web.escalation;

import dev.bellrope.app.escalations.acts.TimelineEntry;
import dev.bellrope.app.web.Texts;
import dev.bellrope.core.escalation.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The events of one act, as one entry of the timeline.
 *
 * @param lead what somebody did, or the alarm that struck
 * @param rest what Bellrope did because of it, in order; collapsed at first
 */
public record TimelineGroup(TimelineEntry lead, List<TimelineEntry> rest) {
    public TimelineGroup {
        rest = List.copyOf(rest);
    }

    /** Groups entries by act, in order. */
    static List<TimelineGroup> of(List<TimelineEntry> entries) {
        List<TimelineGroup> groups = new ArrayList<>();
        List<TimelineEntry> together = new ArrayList<>();
        for (TimelineEntry entry : entries) {
            boolean follows = !together.isEmpty()
                    && isSameAct(together.getLast(), entry)
                    && (follows(entry)
                            || isWordOfIt(together, entry)
                            || together.stream().allMatch(TimelineGroup::follows));
            if (!follows && !together.isEmpty()) {
                groups.add(acted(together));
                together.clear();
            }
            together.add(entry);
        }
        if (!together.isEmpty()) {
            groups.add(acted(together));
        }
        return groups;
    }

    private static TimelineGroup acted(List<TimelineEntry> together) {
        TimelineEntry lead =
                together.stream().filter(entry -> !follows(entry)).findFirst().orElse(together.getFirst());
        return new TimelineGroup(
                lead, together.stream().filter(entry -> !entry.equals(lead)).toList());
    }

    private static boolean isSameAct(TimelineEntry one, TimelineEntry next) {
        return one.happening().at().equals(next.happening().at())
                && Objects.equals(one.happening().actor(), next.happening().actor());
    }

    /** The first update to the customer also acknowledges. */
    private static boolean isWordOfIt(List<TimelineEntry> together, TimelineEntry entry) {
        return entry.happening().event() instanceof Event.Acknowledged
                && together.stream().anyMatch(one -> one.happening().event() instanceof Event.UpdateSent);
    }

    /** Returns whether the entry only follows from something else. */
    private static boolean follows(TimelineEntry entry) {
        return kind(entry.happening().event()) != TimelineGroupKind.ACT;
    }

    private enum TimelineGroupKind {
        ACT,
        PROMISE,
        PEOPLE,
        OTHER
    }

    private static TimelineGroupKind kind(Event event) {
        return switch (event) {
            case Event.TargetStarted ignored -> TimelineGroupKind.PROMISE;
            case Event.TargetMet ignored -> TimelineGroupKind.PROMISE;
            case Event.TargetStopped ignored -> TimelineGroupKind.PROMISE;
            case Event.TargetPaused ignored -> TimelineGroupKind.PROMISE;
            case Event.TargetResumed ignored -> TimelineGroupKind.PROMISE;
            case Event.TargetMoved ignored -> TimelineGroupKind.PROMISE;
            case Event.RoleAssigned ignored -> TimelineGroupKind.PEOPLE;
            case Event.LevelSkipped ignored -> TimelineGroupKind.OTHER;
            case Event.TicketAttached ignored -> TimelineGroupKind.OTHER;
            case Event.TicketSeen ignored -> TimelineGroupKind.OTHER;
            case Event.WatchStarted ignored -> TimelineGroupKind.OTHER;
            case Event.ReviewRequired ignored -> TimelineGroupKind.OTHER;
            default -> TimelineGroupKind.ACT;
        };
    }

    /** Summarises the collapsed entries in a few words. */
    public String summary() {
        List<String> parts = new ArrayList<>();
        add(parts, "promises", TimelineGroupKind.PROMISE);
        add(parts, "people", TimelineGroupKind.PEOPLE);
        int others = rest.size() - count(TimelineGroupKind.PROMISE) - count(TimelineGroupKind.PEOPLE);
        if (others > 0) {
            parts.add(Texts.text("story.folded.others", others));
        }
        return String.join(", ", parts);
    }

    private void add(List<String> parts, String what, TimelineGroupKind kind) {
        int many = count(kind);
        if (many > 0) {
            parts.add(Texts.text("story.folded." + what, many));
        }
    }

    private int count(TimelineGroupKind kind) {
        return (int) rest.stream()
                .filter(entry -> kind(entry.happening().event()) == kind)
                .count();
    }
}
