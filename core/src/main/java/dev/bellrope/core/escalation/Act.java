package dev.bellrope.core.escalation;

import dev.bellrope.core.playbook.Permissions;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be asked of an escalation: the one list of acts, in the order in which they are shown. Each stands
 * for one kind of {@link Command}.
 *
 * <p>What an act is permitted by and which states allow it stands here. Conditions beyond these, such as that a pause
 * must be over before the next one, are {@link Guards}.
 */
public enum Act {
    REQUEST("request", Command.Request.class, Permissions.DECLARE, In.NONE),
    OPEN("open", Command.Open.class, Permissions.DECLARE, In.NONE),
    ACCEPT("accept", Command.Accept.class, Permissions.ACCEPT, In.REQUESTED),
    DECLINE("decline", Command.Decline.class, Permissions.DECLINE, In.REQUESTED),
    ACKNOWLEDGE("acknowledge", Command.Acknowledge.class, Permissions.RESPOND, In.ACTIVE),
    SEND_UPDATE("send-update", Command.SendUpdate.class, Permissions.RESPOND, In.UNDER_WAY),
    ADD_NOTE("add-note", Command.AddNote.class, Permissions.RESPOND, In.EVERY),
    ATTACH_FILE("attach-file", Command.AttachFile.class, Permissions.RESPOND, In.EVERY),
    SET_PLAN("set-plan", Command.SetPlan.class, Permissions.RESPOND, In.UNDER_WAY),
    VALIDATE_STEP("validate-step", Command.ValidateStep.class, Permissions.RESPOND, In.UNDER_WAY),
    RECORD_WORKAROUND("record-workaround", Command.RecordWorkaround.class, Permissions.RESPOND, In.UNDER_WAY),
    RECORD_ROOT_CAUSE("record-root-cause", Command.RecordRootCause.class, Permissions.RESPOND, In.UNDER_WAY),
    HAND_OFF("hand-off", Command.HandOff.class, Permissions.RESPOND, In.UNDER_WAY),
    ACCEPT_HANDOFF("accept-handoff", Command.AcceptHandoff.class, null, In.UNDER_WAY),
    DECLINE_HANDOFF("decline-handoff", Command.DeclineHandoff.class, null, In.UNDER_WAY),
    ASSIGN("assign", Command.Assign.class, Permissions.ASSIGN, In.UNDER_WAY),
    ASK_DECISION("ask-decision", Command.AskDecision.class, Permissions.RESPOND, In.UNDER_WAY),
    DECIDE("decide", Command.Decide.class, Permissions.RESPOND, In.UNDER_WAY),
    RAISE_LEVEL("raise-level", Command.RaiseLevel.class, Permissions.RESPOND, In.ACTIVE),
    RETRIAGE("retriage", Command.Retriage.class, Permissions.RETRIAGE, In.ACTIVE),
    PAUSE("pause", Command.Pause.class, Permissions.RESPOND, In.ACTIVE),
    RESUME("resume", Command.Resume.class, Permissions.RESPOND, In.ACTIVE),
    MOVE_PROMISE("move-promise", Command.MovePromise.class, Permissions.RESPOND, In.UNDER_WAY),
    WAIVE_TARGET("waive-target", Command.WaiveTarget.class, Permissions.ASSIGN, In.UNDER_WAY),
    RESOLVE("resolve", Command.Resolve.class, Permissions.RESPOND, In.ACTIVE),
    CONFIRM_CRITERION("confirm-criterion", Command.ConfirmCriterion.class, Permissions.RESPOND, In.UNDER_WAY),
    WAIVE_CRITERION("waive-criterion", Command.WaiveCriterion.class, Permissions.WAIVE, In.UNDER_WAY),
    DE_ESCALATE(
            "de-escalate",
            Command.DeEscalate.class,
            Permissions.DE_ESCALATE,
            EnumSet.of(Status.ACTIVE, Status.RESOLVED)),
    REOPEN(
            "reopen",
            Command.Reopen.class,
            Permissions.RESPOND,
            EnumSet.of(Status.RESOLVED, Status.WATCH, Status.CLOSED)),
    CLOSE("close", Command.Close.class, Permissions.CLOSE, EnumSet.of(Status.RESOLVED, Status.WATCH)),
    MERGE("merge", Command.Merge.class, Permissions.MERGE, In.ACTIVE),

    // Only Bellrope itself asks for these: when it hears something, merges, or an alarm strikes.
    REASSESS(
            "reassess",
            Command.Reassess.class,
            Permissions.RETRIAGE,
            EnumSet.of(Status.REQUESTED, Status.ACTIVE),
            Asker.BELLROPE),
    ABSORB("absorb", Command.Absorb.class, Permissions.MERGE, In.ACTIVE, Asker.BELLROPE),
    ATTACH_TICKET("attach-ticket", Command.AttachTicket.class, Permissions.RESPOND, In.EVERY, Asker.BELLROPE),
    SEE_TICKET("see-ticket", Command.SeeTicket.class, null, In.EVERY, Asker.BELLROPE),
    HEAR_CUSTOMER("hear-customer", Command.HearCustomer.class, null, In.EVERY, Asker.BELLROPE),
    STRIKE("strike", Command.Strike.class, null, In.EVERY, Asker.BELLROPE);

    /** Sets of states that more than one act shares. */
    private static final class In {
        /** For acts that begin an escalation: there is none yet. */
        static final Set<Status> NONE = EnumSet.noneOf(Status.class);

        static final Set<Status> EVERY = EnumSet.allOf(Status.class);
        static final Set<Status> REQUESTED = EnumSet.of(Status.REQUESTED);
        static final Set<Status> ACTIVE = EnumSet.of(Status.ACTIVE);

        /** It is worked on, or watched afterwards. */
        static final Set<Status> UNDER_WAY = EnumSet.of(Status.ACTIVE, Status.RESOLVED, Status.WATCH);
    }

    /** Who asks. */
    private enum Asker {
        PERSON,
        BELLROPE
    }

    private static final Map<Class<? extends Command>, Act> BY_COMMAND =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(act -> act.command, act -> act));

    private final String word;
    private final Class<? extends Command> command;
    private final @Nullable String permission;
    private final Set<Status> states;
    private final Asker asker;

    Act(String word, Class<? extends Command> command, @Nullable String permission, Set<Status> states) {
        this(word, command, permission, states, Asker.PERSON);
    }

    Act(String word, Class<? extends Command> command, @Nullable String permission, Set<Status> states, Asker asker) {
        this.word = word;
        this.command = command;
        this.permission = permission;
        this.states = Collections.unmodifiableSet(states);
        this.asker = asker;
    }

    /** Returns the act that a command asks for. */
    static Act of(Command command) {
        Act act = BY_COMMAND.get(command.getClass());
        if (act == null) {
            throw new IllegalStateException(command.getClass().getName() + " is no command of any act");
        }
        return act;
    }

    /** Finds the act with that word. */
    public static Optional<Act> find(String word) {
        return Arrays.stream(values()).filter(act -> act.word.equals(word)).findFirst();
    }

    /** Its explicit word in the API, in tables and in refusals: {@code hand-off}. */
    public String word() {
        return word;
    }

    /** The kind of command that asks for it. */
    public Class<? extends Command> command() {
        return command;
    }

    /**
     * The permission of the playbook with which it may be asked for; empty for what Bellrope only hears, and for the answer to
     * a handoff, which only its receiver gives. Somebody without it may still ask for an act that concerns them, as {@link
     * Guards} says: those who hold a role respond, those whom the trigger names accept and decline, whoever may respond takes
     * a role that nobody holds, and the one who was asked decides.
     */
    public Optional<String> permission() {
        return Optional.ofNullable(permission);
    }

    /** Whether it opens or requests an escalation, so that there must not be one yet. */
    public boolean isBeginning() {
        return states.isEmpty();
    }

    /** Whether a person can ask for it; everything else is asked for by Bellrope itself. */
    public boolean isForPeople() {
        return asker == Asker.PERSON;
    }

    /** Whether an escalation in this state can be asked for it; null for one that is yet to begin. */
    public boolean isAllowedIn(@Nullable Status status) {
        return status == null ? isBeginning() : states.contains(status);
    }
}
