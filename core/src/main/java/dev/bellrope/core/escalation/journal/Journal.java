package dev.bellrope.core.escalation.journal;

import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.PlanStep;
import dev.bellrope.core.fact.Reason;
import dev.bellrope.core.playbook.Assessment;
import dev.bellrope.core.routing.Assignment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Events in words: the timeline, the API, a replay's journal and the tests all show the same line.
 *
 * @param zone the zone in which times are told
 * @param names gives a person's name for an id
 */
public record Journal(ZoneId zone, UnaryOperator<String> names) {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    /**
     * One event in words.
     *
     * @param what one word for it, such as {@code missed}
     * @param text the rest of the sentence
     * @param because why; empty where the only reason is that a person did it
     * @param reasons the rules behind it, taken apart
     */
    public record JournalLine(String what, String text, String because, List<Reason> reasons) {
        public JournalLine {
            reasons = List.copyOf(reasons);
        }

        /** The line as a journal prints it. */
        @Override
        public String toString() {
            return what + " ".repeat(Math.max(0, 12 - what.length())) + " " + text
                    + (because.isEmpty() ? "" : "   because " + because);
        }
    }

    /** Returns an instant for people to read; the caller names the zone. */
    public String when(Instant at) {
        return WHEN.format(at.atZone(zone));
    }

    /** Returns an event in words. */
    public JournalLine line(Event event) {
        return switch (event) {
            case Event.Requested e ->
                judged("requested", e.title() + "; to be answered by " + when(e.answerBy()), e.assessment());
            case Event.RequestOverdue e ->
                line("unanswered", "nobody answered the request by now, told again (" + e.times() + ")");
            case Event.Declined e -> line("declined", "", e.reason());
            case Event.AcceptedRequest e -> line("accepted", e.note());
            case Event.Opened e -> judged("opened", e.title(), e.assessment());
            case Event.RoleAssigned e -> assigned(e);
            case Event.Acknowledged e -> line("acknowledged", "by " + names.apply(e.by()));
            case Event.TargetStarted e ->
                line(
                        "target",
                        e.target() + " by " + when(e.due()) + "  (" + span(e.budget()) + " of " + hours(e.calendar())
                                + cycle(e.cycle()) + (e.nonNegotiable() ? ", non-negotiable" : "") + ")");
            case Event.TargetWarned e -> line("warned", e.target() + " is at " + e.percent() + "% of its time");
            case Event.TargetMet e -> line("met", e.target() + cycleWords(e.cycle()));
            case Event.TargetMissed e ->
                line("missed", e.target() + cycleWords(e.cycle()) + ", was due " + when(e.due()));
            case Event.TargetStopped e -> line("stopped", e.target() + " is owed no more", e.reason());
            case Event.TargetPaused e -> line("paused", e.target() + " with " + span(e.remaining()) + " left");
            case Event.TargetResumed e -> line("runs on", e.target() + " by " + when(e.due()));
            case Event.TargetMoved e ->
                line("moved", e.target() + " from " + when(e.from()) + " to " + when(e.due()), e.reason());
            case Event.TargetWaived e -> line("waived", e.target(), e.reason());
            case Event.Paused e -> line("paused", e.reason() + (e.note().isEmpty() ? "" : ": " + e.note()));
            case Event.Resumed e -> line("resumed", "", e.reason());
            case Event.LevelRaised e ->
                new JournalLine(
                        "climbed", e.from() + " -> " + e.to(), e.reason().sentence(), List.of(e.reason()));
            case Event.LevelSkipped e -> line("skipped", e.level(), e.reason());
            case Event.LevelLowered e -> line("stepped down", e.from() + " -> " + e.to(), e.reason());
            case Event.Retriaged e ->
                new JournalLine(
                        "retriaged",
                        e.from() + " -> " + e.assessment().severity() + " "
                                + e.assessment().tier(),
                        e.reason(),
                        e.assessment().reasons());
            case Event.HandoffOffered e ->
                line(
                        "handoff",
                        "offered to " + names.apply(e.to()) + ": " + e.situation() + "; next: " + e.nextAction());
            case Event.HandoffAccepted e -> line("handoff", "taken by " + names.apply(e.to()));
            case Event.HandoffDeclined e -> line("handoff", "not taken by " + names.apply(e.to()), e.reason());
            case Event.HandoffOverdue e -> line("handoff", "not taken by " + names.apply(e.to()) + " in time");
            case Event.NoteAdded e -> line(e.shared() ? "shared note" : "note", e.text());
            case Event.Attached e ->
                line(
                        "attached",
                        e.file() + "  (" + size(e.size()) + ")" + (e.text().isEmpty() ? "" : ": " + e.text()));
            case Event.UpdateSent e -> line("told customer", e.text() + "  (" + e.channel() + ")");
            case Event.CustomerHeard e -> line("customer", e.text());
            case Event.UpdateProposed e ->
                line("proposed", e.text() + "  (waits for " + names.apply(e.of()) + ", " + e.id() + ")");
            case Event.DecisionAsked e ->
                line("asked", e.id() + " of " + names.apply(e.of()) + ": " + e.question() + options(e.options()));
            case Event.DecisionOverdue e -> line("unanswered", e.id() + " by " + names.apply(e.of()));
            case Event.Decided e -> line("decided", e.question() + " -> " + e.choice(), e.rationale());
            case Event.WorkaroundRecorded e -> line("workaround", e.text());
            case Event.RootCauseRecorded e -> line("root cause", e.text());
            case Event.PlanSet e ->
                line(
                        "plan",
                        e.steps().stream().map(PlanStep::text).collect(Collectors.joining("; "))
                                + (e.contingency().isEmpty() ? "" : "; otherwise: " + e.contingency()));
            case Event.StepValidated e ->
                line("validated", "step " + e.step() + (e.passed() ? " passed" : " failed") + ": " + e.evidence());
            case Event.TicketAttached e -> line("covers", e.ticket(), e.reason());
            case Event.TicketSeen e -> line("ticket", e.ticket() + (e.done() ? " is done" : " is open again"));
            case Event.CriterionMet e -> line("criterion", e.criterion().replace('-', ' ') + " holds: " + e.evidence());
            case Event.CriterionWaived e ->
                line("criterion", e.criterion().replace('-', ' ') + " is waived", e.reason());
            case Event.Resolved e -> line("resolved", e.summary());
            case Event.WatchStarted e -> line("watch", "until " + when(e.until()), e.reason());
            case Event.WatchEnded ignored -> line("watch", "is over");
            case Event.ExecutivesInformed e ->
                line("informed", e.who().stream().map(names).collect(Collectors.joining(", ")));
            case Event.Reopened e -> line("reopened", "from " + e.from().word(), e.reason());
            case Event.Closed e -> line("closed", e.note());
            case Event.ReviewRequired e ->
                new JournalLine(
                        "review",
                        "due " + when(e.due()) + ", led by " + e.ledBy().replace('-', ' '),
                        e.reason().sentence(),
                        List.of(e.reason()));
            case Event.MergedInto e -> line("merged", "into " + e.into());
            case Event.Absorbed e -> line("took over", e.from() + " with " + String.join(", ", e.tickets()));
        };
    }

    private static JournalLine line(String what, String text) {
        return line(what, text, "");
    }

    private static JournalLine line(String what, String text, String because) {
        return new JournalLine(what, text, because, List.of());
    }

    private static JournalLine judged(String what, String title, Assessment assessment) {
        String because = assessment.reasons().stream()
                .findFirst()
                .map(reason -> assessment.trigger() + ": " + reason.sentence())
                .orElse(assessment.trigger());
        return new JournalLine(
                what, assessment.severity() + " " + assessment.tier() + "  " + title, because, assessment.reasons());
    }

    private JournalLine assigned(Event.RoleAssigned event) {
        Assignment assignment = event.assignment();
        return assignment.isFilled()
                ? line(
                        assignment.role(),
                        names.apply(assignment.person()) + "  (" + assignment.because() + ")",
                        event.reason().equals("opened") ? "" : event.reason())
                : line("nobody", "as " + assignment.role(), assignment.because());
    }

    private String hours(String calendar) {
        if (calendar.equals("always")) {
            return "round the clock";
        }
        return calendar.startsWith("person:") ? names.apply(calendar.substring(7)) + "'s hours" : calendar + " hours";
    }

    private static String cycle(int cycle) {
        return cycle == 1 ? "" : ", no. " + cycle;
    }

    private static String cycleWords(int cycle) {
        return cycle == 1 ? "" : " no. " + cycle;
    }

    private static String options(List<String> options) {
        return options.isEmpty() ? "" : " [" + String.join(" / ", options) + "]";
    }

    /** Returns a file size in the largest unit that fits; a kB is 1,024 bytes. */
    public static String size(long bytes) {
        if (bytes < 1_024) {
            return bytes + " B";
        }
        return bytes < 1_024 * 1_024
                ? bytes / 1_024 + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1_048_576.0).replace(".0 ", " ");
    }

    /** Returns a duration in its two largest units. */
    public static String span(Duration duration) {
        if (duration.isNegative()) {
            return "-" + span(duration.negated());
        }
        long days = duration.toDays();
        if (days > 0) {
            return days + "d" + (duration.toHoursPart() > 0 ? " " + duration.toHoursPart() + "h" : "");
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + "h"
                    + (duration.toMinutesPart() > 0 ? " " + duration.toMinutesPart() + "m" : "");
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + "m"
                        + (duration.toSecondsPart() > 0 ? " " + duration.toSecondsPart() + "s" : "")
                : duration.toSeconds() + "s";
    }

    /** Whether the customer sees it: what we told them, what they told us, and what was shared. */
    public static boolean isForCustomer(Event event) {
        return switch (event) {
            case Event.UpdateSent ignored -> true;
            case Event.CustomerHeard ignored -> true;
            case Event.NoteAdded note -> note.shared();
            default -> false;
        };
    }
}
