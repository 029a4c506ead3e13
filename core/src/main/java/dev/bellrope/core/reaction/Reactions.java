package dev.bellrope.core.reaction;

import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Mentions;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.escalation.journal.ConciseHistory;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.playbook.TargetRule;
import dev.bellrope.core.routing.Assignment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides who must be told of events. Pure, and separate from the fold of events: replaying history never comes here,
 * so it can never send anything. The alarms that follow are derived from the state itself.
 */
public final class Reactions {
    private Reactions() {}

    /**
     * Returns the messages that follow from events.
     *
     * @param after the state after all of the events
     * @param first the sequence number of the first event within the escalation; part of every dedupe key
     */
    public static List<Message> react(Escalation after, long first, List<Event> events, Situation situation) {
        MessagePlan plan = new MessagePlan(after, situation);
        // An update that is sent tells the customer already that we have seen the problem (T67).
        boolean isTold = events.stream().anyMatch(Event.UpdateSent.class::isInstance);
        Appointments appointments = Appointments.among(events);
        long sequence = first;
        for (Event event : events) {
            plan.about(sequence++);
            if (!(event instanceof Event.Acknowledged && isTold)) {
                tell(plan, event, appointments);
            }
        }
        return plan.messages();
    }

    /** Sends one message for all the new roles of a person, or for all the roles for which nobody was found. */
    private static void appoint(MessagePlan t, List<Assignment> together) {
        if (together.isEmpty()) {
            return;
        }
        String roles = together.stream().map(Appointments::role).collect(Collectors.joining(", "));
        String reasons = together.size() == 1
                ? together.getFirst().because()
                : together.stream()
                        .map(one -> Appointments.role(one) + ": " + one.because())
                        .collect(Collectors.joining("\n"));
        Assignment first = together.getFirst();
        MessagePlan.MessageDraft draft = first.isFilled()
                ? t.colleagues(Set.of(first.person()), "assigned", "you are its " + roles)
                : t.colleagues(Audience.managers(t), "vacant", "nobody was found as its " + roles);
        draft.with("role", roles).with("reason", reasons).send();
    }

    /** Tells everybody who takes part, except those who have just joined: they are told of their new role. */
    private static void climb(MessagePlan t, Event.LevelRaised e, Set<String> broughtIn) {
        Set<String> whom = new LinkedHashSet<>(Audience.participants(t));
        whom.removeAll(broughtIn);
        t.colleagues(whom, "climb", "it went from " + e.from() + " to " + e.to())
                .with("from", e.from())
                .with("to", e.to())
                .with("reason", e.reason().sentence())
                .send();
    }

    private static void tell(MessagePlan t, Event event, Appointments appointments) {
        switch (event) {
            case Event.Requested e ->
                t.colleagues(Audience.answerers(t), "request", "somebody must accept or decline it")
                        .send();
            case Event.RequestOverdue e -> {
                Set<String> whom = new LinkedHashSet<>(Audience.answerers(t));
                whom.addAll(Audience.nextLevel(t));
                t.colleagues(whom, "request", "nobody answered the request in time")
                        .send();
            }
            case Event.RoleAssigned e -> appoint(t, appointments.told(e));
            case Event.Acknowledged e ->
                t.customer("acknowledge", "we have seen it and say so").send();
            case Event.TargetWarned e ->
                t.colleagues(Audience.owner(t), "warned", e.target() + " is at " + e.percent() + "% of its time")
                        .with("target", e.target())
                        .with("percent", e.percent() + "%")
                        .withDue(e.target())
                        .send();
            case Event.TargetMissed e -> {
                Set<String> whom = new LinkedHashSet<>(Audience.owner(t));
                whom.addAll(Audience.managers(t));
                t.colleagues(whom, "missed", e.target() + " was missed")
                        .with("target", e.target())
                        .with("due", e.due().toString())
                        .send();
            }
            case Event.LevelRaised e -> climb(t, e, appointments.people());
            case Event.LevelSkipped e ->
                t.colleagues(Audience.managers(t), "skipped", e.level() + " was passed over")
                        .with("to", e.level())
                        .with("reason", e.reason())
                        .send();
            case Event.Retriaged e ->
                t.colleagues(
                                Audience.participants(t),
                                "retriaged",
                                "it is " + e.assessment().severity() + " now")
                        .with("from", e.from().name())
                        .with("reason", e.reason())
                        .send();
            case Event.HandoffOffered e ->
                t.colleagues(Set.of(e.to()), "handoff", "it is offered to you")
                        .with("situation", e.situation())
                        .with("promises", e.openPromises())
                        .with("next_action", e.nextAction())
                        .with("history", String.join("\n", e.history()))
                        .send();
            case Event.HandoffAccepted e ->
                t.colleagues(Audience.known(e.from()), "handoff-accepted", "the handoff was taken")
                        .send();
            case Event.HandoffDeclined e ->
                t.colleagues(Audience.owner(t), "handoff-declined", "the handoff was not taken")
                        .with("reason", e.reason())
                        .send();
            case Event.HandoffOverdue e -> {
                Set<String> whom = new LinkedHashSet<>(Audience.owner(t));
                whom.addAll(Audience.managers(t));
                t.colleagues(whom, "handoff-overdue", "nobody took the handoff in time")
                        .send();
            }
            case Event.NoteAdded e ->
                t.colleagues(
                                Mentions.of(e.text(), t.situation().roster().people()),
                                "mentioned",
                                t.situation().actor().name() + " mentions you in a note")
                        .with("text", e.text())
                        .send();
            case Event.UpdateProposed e ->
                t.colleagues(Audience.approvers(t, e.of()), "approval", "a message to the customer waits for your word")
                        .with("text", e.text())
                        .with("question", "May this go to the customer?")
                        .send();
            case Event.DecisionAsked e ->
                t.colleagues(t.holders(e.of()), "decision", "a decision is asked of you")
                        .with("question", e.question())
                        .with("options", String.join(" / ", e.options()))
                        .send();
            case Event.DecisionOverdue e ->
                t.colleagues(Audience.managers(t), "decision-overdue", "decision " + e.id() + " was not made in time")
                        .send();
            case Event.Decided e ->
                t.colleagues(Audience.owner(t), "decided", "it was decided: " + e.choice())
                        .with("question", e.question())
                        .with("text", e.choice())
                        .with("reason", e.rationale())
                        .send();
            case Event.UpdateSent e -> {
                if (!e.channel().equals("helpdesk")) {
                    t.customer("update", "an update is promised, also when nothing is new")
                            .with("text", e.text())
                            .withDue(TargetRule.UPDATE)
                            .send();
                }
            }
            case Event.CustomerHeard e ->
                t.colleagues(Audience.owner(t), "customer", "the customer wrote")
                        .with("text", e.text())
                        .send();
            case Event.WorkaroundRecorded e ->
                t.customer("workaround", "a workaround is known")
                        .with("text", e.text())
                        .send();
            case Event.Resolved e -> {
                t.customer("resolved", "it is resolved")
                        .with("text", e.summary())
                        .send();
                t.colleagues(Audience.participants(t), "over", "everybody who was told of its start is told of its end")
                        .with("text", e.summary())
                        .send();
            }
            case Event.ExecutivesInformed e ->
                t.colleagues(e.who(), "executives", "executives are told where it stands, also when nothing is new")
                        .with(
                                "by",
                                t.nameOf(
                                        t.situation().playbook().communication().executivesBy()))
                        .with("history", String.join("\n", ConciseHistory.brief(t.escalation())))
                        .send();
            case Event.WatchEnded e ->
                t.colleagues(Audience.owner(t), "watch-ended", "the watch period is over")
                        .send();
            case Event.Reopened e ->
                t.colleagues(Audience.participants(t), "reopened", "it came back")
                        .with("reason", e.reason())
                        .send();
            case Event.Declined e ->
                t.colleagues(Audience.answerers(t), "declined", "the request was declined")
                        .with("reason", e.reason())
                        .send();
            case Event.Closed e ->
                t.colleagues(Audience.participants(t), "closed", "it is closed")
                        .with("text", e.note())
                        .send();
            case Event.MergedInto e ->
                t.colleagues(Audience.participants(t), "merged", "it went into " + e.into())
                        .with("text", e.into())
                        .send();
            case Event.TargetWaived e ->
                t.colleagues(Audience.managers(t), "waived", "the promise " + e.target() + " was waived")
                        .with("target", e.target())
                        .with("reason", e.reason())
                        .send();
            case Event.AcceptedRequest ignored -> {}
            case Event.Opened ignored -> {}
            case Event.TargetStarted ignored -> {}
            case Event.TargetMet ignored -> {}
            case Event.TargetStopped ignored -> {}
            case Event.TargetPaused ignored -> {}
            case Event.TargetResumed ignored -> {}
            case Event.TargetMoved ignored -> {}
            case Event.Paused ignored -> {}
            case Event.Resumed ignored -> {}
            case Event.LevelLowered ignored -> {}
            case Event.Attached ignored -> {}
            case Event.RootCauseRecorded ignored -> {}
            case Event.PlanSet ignored -> {}
            case Event.StepValidated ignored -> {}
            case Event.TicketAttached ignored -> {}
            case Event.TicketSeen ignored -> {}
            case Event.CriterionMet ignored -> {}
            case Event.CriterionWaived ignored -> {}
            case Event.WatchStarted ignored -> {}
            case Event.ReviewRequired ignored -> {} // a task follows, which tells whoever owes it
            case Event.Absorbed ignored -> {}
        }
    }
}
