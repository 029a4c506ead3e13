package dev.bellrope.core.escalation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The names of events, a closed list: they are stored under them, and programs hear of them by these names. A class may be
 * renamed; its name here may not.
 */
public final class EventNames {
    private static final Map<String, Class<? extends Event>> CLASSES = new LinkedHashMap<>();
    private static final Map<Class<? extends Event>, String> NAMES = new LinkedHashMap<>();

    static {
        name("requested", Event.Requested.class);
        name("request-overdue", Event.RequestOverdue.class);
        name("declined", Event.Declined.class);
        name("accepted", Event.AcceptedRequest.class);
        name("opened", Event.Opened.class);
        name("role-assigned", Event.RoleAssigned.class);
        name("acknowledged", Event.Acknowledged.class);
        name("target-started", Event.TargetStarted.class);
        name("target-warned", Event.TargetWarned.class);
        name("target-met", Event.TargetMet.class);
        name("target-missed", Event.TargetMissed.class);
        name("target-stopped", Event.TargetStopped.class);
        name("target-paused", Event.TargetPaused.class);
        name("target-resumed", Event.TargetResumed.class);
        name("target-moved", Event.TargetMoved.class);
        name("target-waived", Event.TargetWaived.class);
        name("paused", Event.Paused.class);
        name("resumed", Event.Resumed.class);
        name("level-raised", Event.LevelRaised.class);
        name("level-skipped", Event.LevelSkipped.class);
        name("level-lowered", Event.LevelLowered.class);
        name("retriaged", Event.Retriaged.class);
        name("handoff-offered", Event.HandoffOffered.class);
        name("handoff-accepted", Event.HandoffAccepted.class);
        name("handoff-declined", Event.HandoffDeclined.class);
        name("handoff-overdue", Event.HandoffOverdue.class);
        name("note-added", Event.NoteAdded.class);
        name("attached", Event.Attached.class);
        name("update-sent", Event.UpdateSent.class);
        name("update-proposed", Event.UpdateProposed.class);
        name("customer-heard", Event.CustomerHeard.class);
        name("decision-asked", Event.DecisionAsked.class);
        name("decision-overdue", Event.DecisionOverdue.class);
        name("decided", Event.Decided.class);
        name("workaround-recorded", Event.WorkaroundRecorded.class);
        name("root-cause-recorded", Event.RootCauseRecorded.class);
        name("plan-set", Event.PlanSet.class);
        name("step-validated", Event.StepValidated.class);
        name("ticket-attached", Event.TicketAttached.class);
        name("ticket-seen", Event.TicketSeen.class);
        name("criterion-met", Event.CriterionMet.class);
        name("criterion-waived", Event.CriterionWaived.class);
        name("resolved", Event.Resolved.class);
        name("watch-started", Event.WatchStarted.class);
        name("watch-ended", Event.WatchEnded.class);
        name("executives-informed", Event.ExecutivesInformed.class);
        name("reopened", Event.Reopened.class);
        name("closed", Event.Closed.class);
        name("review-required", Event.ReviewRequired.class);
        name("merged-into", Event.MergedInto.class);
        name("absorbed", Event.Absorbed.class);
    }

    private EventNames() {}

    private static void name(String name, Class<? extends Event> type) {
        CLASSES.put(name, type);
        NAMES.put(type, name);
    }

    /** The type of every event by its name, such as {@code target-missed}, in the order of an escalation's life. */
    public static Map<String, Class<? extends Event>> all() {
        return Collections.unmodifiableMap(CLASSES);
    }

    /** The name of an event. */
    public static String of(Event event) {
        String name = NAMES.get(event.getClass());
        if (name == null) {
            throw new IllegalStateException("no name is kept for " + event.getClass());
        }
        return name;
    }

    /**
     * The type of the events of that name.
     *
     * @throws IllegalStateException when there is no such name
     */
    public static Class<? extends Event> type(String name) {
        Class<? extends Event> type = CLASSES.get(name);
        if (type == null) {
            throw new IllegalStateException("no event is known by the name '" + name + "'");
        }
        return type;
    }
}
