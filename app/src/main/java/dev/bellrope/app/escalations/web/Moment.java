package dev.bellrope.app.escalations.web;

import dev.bellrope.app.web.Texts;
import dev.bellrope.core.escalation.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What one act came to, as one entry of the timeline.
 *
 * @param lead what somebody did or what struck
 * @param rest what Bellrope did because of it, in order; folded away until somebody wants to see it
 */
public record Moment(TimelineEntry lead, List<TimelineEntry> rest) {
    public Moment {
        rest = List.copyOf(rest);
    }

    /** What happened, in order, by acts. */
    static List<Moment> of(List<TimelineEntry> entries) {
        List<Moment> moments = new ArrayList<>();
        List<TimelineEntry> together = new ArrayList<>();
        for (TimelineEntry entry : entries) {
            boolean follows = !together.isEmpty()
                    && isSameAct(together.getLast(), entry)
                    && (follows(entry)
                            || isWordOfIt(together, entry)
                            || together.stream().allMatch(Moment::follows));
            if (!follows && !together.isEmpty()) {
                moments.add(acted(together));
                together.clear();
            }
            together.add(entry);
        }
        if (!together.isEmpty()) {
            moments.add(acted(together));
        }
        return moments;
    }

    private static Moment acted(List<TimelineEntry> together) {
        TimelineEntry lead =
                together.stream().filter(entry -> !follows(entry)).findFirst().orElse(together.getFirst());
        return new Moment(
                lead, together.stream().filter(entry -> !entry.equals(lead)).toList());
    }

    private static boolean isSameAct(TimelineEntry one, TimelineEntry next) {
        return one.happening().at().equals(next.happening().at())
                && Objects.equals(one.happening().actor(), next.happening().actor());
    }

    /** The first word to the customer acknowledges too. */
    private static boolean isWordOfIt(List<TimelineEntry> together, TimelineEntry entry) {
        return entry.happening().event() instanceof Event.Acknowledged
                && together.stream().anyMatch(one -> one.happening().event() instanceof Event.UpdateSent);
    }

    /** Whether it only follows from something else. */
    private static boolean follows(TimelineEntry entry) {
        return kind(entry.happening().event()) != Kind.ACT;
    }

    private enum Kind {
        ACT,
        PROMISE,
        PEOPLE,
        OTHER
    }

    private static Kind kind(Event event) {
        return switch (event) {
            case Event.TargetStarted ignored -> Kind.PROMISE;
            case Event.TargetMet ignored -> Kind.PROMISE;
            case Event.TargetStopped ignored -> Kind.PROMISE;
            case Event.TargetPaused ignored -> Kind.PROMISE;
            case Event.TargetResumed ignored -> Kind.PROMISE;
            case Event.TargetMoved ignored -> Kind.PROMISE;
            case Event.RoleAssigned ignored -> Kind.PEOPLE;
            case Event.LevelSkipped ignored -> Kind.OTHER;
            case Event.TicketAttached ignored -> Kind.OTHER;
            case Event.TicketSeen ignored -> Kind.OTHER;
            case Event.WatchStarted ignored -> Kind.OTHER;
            case Event.ReviewRequired ignored -> Kind.OTHER;
            default -> Kind.ACT;
        };
    }

    /** What is folded away, in a few words. */
    public String summary() {
        List<String> parts = new ArrayList<>();
        add(parts, "promises", Kind.PROMISE);
        add(parts, "people", Kind.PEOPLE);
        int others = rest.size() - count(Kind.PROMISE) - count(Kind.PEOPLE);
        if (others > 0) {
            parts.add(Texts.text("story.folded.others", others));
        }
        return String.join(", ", parts);
    }

    private void add(List<String> parts, String what, Kind kind) {
        int many = count(kind);
        if (many > 0) {
            parts.add(Texts.text("story.folded." + what, many));
        }
    }

    private int count(Kind kind) {
        return (int) rest.stream()
                .filter(entry -> kind(entry.happening().event()) == kind)
                .count();
    }
}
