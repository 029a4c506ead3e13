package dev.bellrope.core.playbook.reader;

import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.playbook.Exit;
import dev.bellrope.core.playbook.HeardAct;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.signal.SignalKind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The names that a playbook declares and refers to, collected before anything else is read.
 *
 * @param calendars declared calendars, and {@code always}
 * @param levels ladder levels, from the first to the top
 * @param tiers response tiers, strongest first
 * @param impacts words for impact in the matrix
 * @param urgencies words for urgency in the matrix
 * @param duties the duties that people hold for the whole company
 */
public record DeclaredNames(
        Set<String> calendars,
        List<String> levels,
        List<String> tiers,
        List<String> impacts,
        List<String> urgencies,
        List<String> duties) {
    public static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::name).toList();
    static final List<String> BANDS =
            Arrays.stream(ValueBand.values()).map(ValueBand::word).toList();
    public static final List<String> TARGETS = List.of("acknowledge", "plan", "update", "root-cause", "resolve");
    public static final List<String> TICKET_KINDS = List.of(
            SignalKind.TICKET_OPENED,
            SignalKind.TICKET_CUSTOMER_MESSAGE,
            SignalKind.TICKET_REPLY,
            SignalKind.TICKET_NOTE,
            SignalKind.TICKET_ASSIGNED,
            SignalKind.TICKET_CHANGED,
            SignalKind.TICKET_PAUSED,
            SignalKind.TICKET_RESUMED,
            SignalKind.TICKET_RESOLVED,
            SignalKind.TICKET_CLOSED,
            SignalKind.TICKET_REOPENED,
            SignalKind.TICKET_MERGED,
            SignalKind.TICKET_DELETED,
            SignalKind.TICKET_TARGET_WARNED,
            SignalKind.TICKET_TARGET_MISSED);
    public static final List<String> ACTS = HeardAct.words();
    public static final List<String> TEMPLATES = List.of(
            "acknowledge",
            "update",
            "workaround",
            "resolved",
            "request",
            "declined",
            "assigned",
            "vacant",
            "warned",
            "missed",
            "waived",
            "climb",
            "skipped",
            "retriaged",
            "handoff",
            "handoff-accepted",
            "handoff-declined",
            "handoff-overdue",
            "approval",
            "decision",
            "decision-overdue",
            "decided",
            "mentioned",
            "customer",
            "over",
            "executives",
            "watch-ended",
            "reopened",
            "closed",
            "merged",
            "review",
            "task-assigned",
            "task-reassigned",
            "task-warned",
            "task-missed",
            "task-climbed",
            "task-over",
            "digest");
    public static final List<String> PERMITTED = List.of(
            "declare",
            "accept",
            "decline",
            "respond",
            "assign",
            "retriage",
            "de-escalate",
            "waive",
            "approve",
            "close",
            "merge",
            "publish");
    public static final List<String> NEVER_AUTOMATIC =
            List.of("apology-with-cause", "commercial-offer", "resolving", "closing");
    static final List<String> LOGIN_ROLES = List.of("agent", "manager", "executive", "administrator");
    static final List<String> ROLES = PlaybookKeys.PEOPLE.keys();

    /** Returns the words allowed wherever a role of the escalation or a duty of the company is meant. */
    List<String> rolesAndDuties() {
        return java.util.stream.Stream.concat(ROLES.stream(), duties.stream()).toList();
    }

    /** Returns the words allowed for whoever leads a review. */
    List<String> leads() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(Exit.Review.SOMEONE_UNINVOLVED), rolesAndDuties().stream())
                .toList();
    }

    /** Returns the words allowed at a level of the ladder: the roles, the duties, and the whole task force. */
    List<String> atLevels() {
        return java.util.stream.Stream.concat(rolesAndDuties().stream(), java.util.stream.Stream.of("task-force"))
                .toList();
    }

    /** Returns the words allowed wherever somebody gets a permission. */
    List<String> permitted() {
        return java.util.stream.Stream.of(LOGIN_ROLES, ROLES, duties)
                .flatMap(List::stream)
                .toList();
    }
}
