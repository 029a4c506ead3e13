package dev.bellrope.core.escalation.rule;

import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.CurrentPause;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.PlanStep;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.playbook.Permissions;
import dev.bellrope.core.playbook.Route;
import dev.bellrope.core.playbook.TargetRule;
import dev.bellrope.core.routing.Assignment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What people do while an escalation is being worked on. */
public final class ResponseRules {
    /** The pause that a customer's message ends (T41). */
    static final String WAITING_ON_CUSTOMER = "waiting-on-customer";

    private ResponseRules() {}

    /** The first who acknowledges wins; the second is told who it was (T78). */
    public static @Nullable RuleRefusal againstAcknowledging(DecisionContext turn) {
        RuleRefusal unpermitted = turn.against(Permissions.RESPOND);
        Escalation now = turn.now();
        boolean owed = now.times().acknowledged() == null
                || now.findOpenClock(TargetRule.ACKNOWLEDGE).isPresent();
        return unpermitted != null || owed
                ? unpermitted
                : RuleRefusal.state(now.key() + " was acknowledged already, by "
                        + turn.nameOf(now.times().acknowledgedBy()) + " at "
                        + now.times().acknowledged());
    }

    static void acknowledge(DecisionContext turn) {
        acknowledgeNow(turn);
    }

    private static void acknowledgeNow(DecisionContext turn) {
        String by = turn.situation.actor().id();
        turn.emit(new Event.Acknowledged(by));
        if (turn.now().findOwner().isEmpty() && turn.situation.roster().find(by).isPresent()) {
            turn.emit(new Event.RoleAssigned(
                    new Assignment(Route.OWNER, by, "acknowledged it while nobody owned it", List.of()),
                    "acknowledged"));
        }
        PromiseRules.meet(turn, TargetRule.ACKNOWLEDGE);
        PromiseRules.start(turn, TargetRule.Start.ON_ACKNOWLEDGE);
    }

    static void note(DecisionContext turn, Command.AddNote c) {
        turn.emit(new Event.NoteAdded(c.shared(), RuleRefusal.blank(c.text(), "the note")));
    }

    static void attach(DecisionContext turn, Command.AttachFile c) {
        turn.emit(new Event.Attached(
                c.id(),
                RuleRefusal.blank(c.file(), "the file's name"),
                c.type(),
                c.size(),
                c.sha256(),
                c.text().strip()));
    }

    /** Tells the customer; the first word to the customer also acknowledges. */
    static void update(DecisionContext turn, Command.SendUpdate c) {
        String text = RuleRefusal.blank(c.text(), "the update");
        String approver =
                turn.playbook.communication().approval().getOrDefault(turn.now().severity(), "");
        if (!approver.isEmpty()
                && !turn.situation.actor().isSystem()
                && !turn.situation.actor().roles().contains(approver)) {
            turn.emit(new Event.UpdateProposed(DecisionRules.nextId(turn), text, c.channel(), approver));
            return;
        }
        send(turn, text, c.channel());
    }

    static void send(DecisionContext turn, String text, String channel) {
        turn.emit(new Event.UpdateSent(text, channel));
        if (turn.now().status() == Status.ACTIVE
                && turn.now().findOpenClock(TargetRule.ACKNOWLEDGE).isPresent()) {
            acknowledgeNow(turn);
        }
        PromiseRules.meet(turn, TargetRule.UPDATE);
    }

    public static @Nullable RuleRefusal againstPausing(DecisionContext turn) {
        RuleRefusal unpermitted = turn.against(Permissions.RESPOND);
        CurrentPause pause = turn.now().pause();
        return unpermitted != null || pause == null
                ? unpermitted
                : RuleRefusal.state(turn.now().key() + " is paused already: " + pause.reason());
    }

    /** What this playbook pauses for. */
    public static Set<String> pauseReasons(DecisionContext turn) {
        Set<String> accepted = new TreeSet<>();
        turn.playbook.targets().values().forEach(rule -> accepted.addAll(rule.pausesWhile()));
        return accepted;
    }

    static void pause(DecisionContext turn, Command.Pause c) {
        Set<String> accepted = pauseReasons(turn);
        if (!accepted.contains(c.reason())) {
            throw RuleRefusal.content("'" + c.reason() + "' pauses nothing in this playbook; accepted are " + accepted);
        }
        turn.emit(new Event.Paused(c.reason(), c.note()));
        PromiseRules.pause(turn, c.reason());
    }

    public static @Nullable RuleRefusal againstResuming(DecisionContext turn) {
        RuleRefusal unpermitted = turn.against(Permissions.RESPOND);
        return unpermitted != null || turn.now().pause() != null
                ? unpermitted
                : RuleRefusal.state(turn.now().key() + " is not paused");
    }

    static void resume(DecisionContext turn, String note) {
        resumeNow(turn, note.isBlank() ? "resumed" : note);
    }

    private static void resumeNow(DecisionContext turn, String reason) {
        turn.emit(new Event.Resumed(reason));
        PromiseRules.resume(turn);
    }

    /** The customer wrote; whatever waited for that waits no more. */
    static void hear(DecisionContext turn, Command.HearCustomer c) {
        turn.emit(new Event.CustomerHeard(c.signal(), c.text()));
        CurrentPause pause = turn.now().pause();
        if (pause != null && pause.reason().equals(WAITING_ON_CUSTOMER)) {
            resumeNow(turn, "the customer wrote");
        }
    }

    static void plan(DecisionContext turn, Command.SetPlan c) {
        if (c.steps().isEmpty()) {
            throw RuleRefusal.content("a plan needs at least one step");
        }
        Set<String> ids = new HashSet<>();
        for (PlanStep step : c.steps()) {
            if (!ids.add(step.id())) {
                throw RuleRefusal.content("the plan names step '" + step.id() + "' twice");
            }
            RuleRefusal.blank(step.text(), "the text of step '" + step.id() + "'");
            if (!step.owner().isEmpty()
                    && turn.situation.roster().find(step.owner()).isEmpty()) {
                throw RuleRefusal.content(
                        "step '" + step.id() + "' is given to '" + step.owner() + "', who is not on the roster");
            }
        }
        turn.emit(new Event.PlanSet(c.steps(), c.contingency()));
        PromiseRules.meet(turn, TargetRule.PLAN);
    }

    static void validate(DecisionContext turn, Command.ValidateStep c) {
        if (turn.now().plan().stream().noneMatch(step -> step.id().equals(c.step()))) {
            throw RuleRefusal.content("the plan has no step '" + c.step() + "'; it has "
                    + turn.now().plan().stream().map(PlanStep::id).toList());
        }
        turn.emit(new Event.StepValidated(c.step(), c.passed(), RuleRefusal.blank(c.evidence(), "the evidence")));
    }

    /** A changed date keeps the old one and says why (I-13). */
    static void movePromise(DecisionContext turn, Command.MovePromise c) {
        TargetClock clock = openClock(turn, c.target());
        String reason = RuleRefusal.blank(c.reason(), "the reason");
        if (!c.due().isAfter(turn.at)) {
            throw RuleRefusal.content("the new date " + c.due() + " is not in the future");
        }
        if (PromiseRules.isNonNegotiable(turn, clock) && c.due().isAfter(clock.due())) {
            RuleRefusal.raise(turn.against(Permissions.WAIVE));
        }
        PromiseRules.move(turn, clock, c.due(), reason);
    }

    /** Whether there is a date to which whoever acts may move it: only somebody entitled puts off what is not negotiable. */
    public static boolean mayMove(DecisionContext turn, TargetClock clock) {
        return turn.may(Permissions.WAIVE)
                || !PromiseRules.isNonNegotiable(turn, clock)
                || clock.due().isAfter(turn.at);
    }

    /** Only somebody entitled lets go of what is not negotiable. */
    public static @Nullable RuleRefusal againstWaiving(DecisionContext turn, TargetClock clock) {
        return turn.against(PromiseRules.isNonNegotiable(turn, clock) ? Permissions.WAIVE : Permissions.ASSIGN);
    }

    static void waive(DecisionContext turn, Command.WaiveTarget c) {
        TargetClock clock = openClock(turn, c.target());
        RuleRefusal.raise(againstWaiving(turn, clock));
        turn.emit(new Event.TargetWaived(c.target(), clock.cycle(), RuleRefusal.blank(c.reason(), "the reason")));
    }

    private static TargetClock openClock(DecisionContext turn, String target) {
        return turn.now()
                .findOpenClock(target)
                .orElseThrow(() -> RuleRefusal.content("no promise '" + target + "' is open; open are "
                        + turn.now().clocks().values().stream()
                                .filter(TargetClock::isOpen)
                                .map(TargetClock::target)
                                .toList()));
    }
}
