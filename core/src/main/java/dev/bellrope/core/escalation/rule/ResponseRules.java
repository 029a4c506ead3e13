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

/** The rules for working on an active escalation. */
public final class ResponseRules {
    /** The pause reason that ends with a message from the customer (T41). */
    static final String WAITING_ON_CUSTOMER = "waiting-on-customer";

    private ResponseRules() {}

    /** Refuses a second acknowledgement and says who was first (T78). */
    public static @Nullable RuleRefusal againstAcknowledging(DecisionContext context) {
        RuleRefusal unpermitted = context.against(Permissions.RESPOND);
        Escalation now = context.now();
        boolean owed = now.times().acknowledged() == null
                || now.findOpenClock(TargetRule.ACKNOWLEDGE).isPresent();
        return unpermitted != null || owed
                ? unpermitted
                : RuleRefusal.state(now.key() + " was acknowledged already, by "
                        + context.nameOf(now.times().acknowledgedBy()) + " at "
                        + now.times().acknowledged());
    }

    static void acknowledge(DecisionContext context) {
        acknowledgeNow(context);
    }

    private static void acknowledgeNow(DecisionContext context) {
        String by = context.situation.actor().id();
        context.emit(new Event.Acknowledged(by));
        if (context.now().findOwner().isEmpty()
                && context.situation.roster().find(by).isPresent()) {
            OwnershipRules.give(
                    context,
                    new Assignment(Route.OWNER, by, "acknowledged it while nobody owned it", List.of()),
                    "acknowledged");
        }
        PromiseRules.meet(context, TargetRule.ACKNOWLEDGE);
        PromiseRules.start(context, TargetRule.Start.ON_ACKNOWLEDGE);
    }

    static void note(DecisionContext context, Command.AddNote c) {
        context.emit(new Event.NoteAdded(c.shared(), RuleRefusal.blank(c.text(), "the note")));
    }

    static void attach(DecisionContext context, Command.AttachFile c) {
        context.emit(new Event.Attached(
                c.id(),
                RuleRefusal.blank(c.file(), "the file's name"),
                c.type(),
                c.size(),
                c.sha256(),
                c.text().strip()));
    }

    /**
     * Sends an update to the customer, or proposes it if it needs approval. An update that is sent while the
     * acknowledgement is still owed also acknowledges.
     */
    static void update(DecisionContext context, Command.SendUpdate c) {
        String text = RuleRefusal.blank(c.text(), "the update");
        String approver = context.playbook
                .communication()
                .approval()
                .getOrDefault(context.now().severity(), "");
        if (!approver.isEmpty()
                && !context.situation.actor().isSystem()
                && !context.situation.actor().roles().contains(approver)) {
            context.emit(new Event.UpdateProposed(DecisionRules.nextId(context), text, c.channel(), approver));
            return;
        }
        send(context, text, c.channel());
    }

    static void send(DecisionContext context, String text, String channel) {
        context.emit(new Event.UpdateSent(text, channel));
        if (context.now().status() == Status.ACTIVE
                && context.now().findOpenClock(TargetRule.ACKNOWLEDGE).isPresent()) {
            acknowledgeNow(context);
        }
        PromiseRules.meet(context, TargetRule.UPDATE);
    }

    public static @Nullable RuleRefusal againstPausing(DecisionContext context) {
        RuleRefusal unpermitted = context.against(Permissions.RESPOND);
        CurrentPause pause = context.now().pause();
        return unpermitted != null || pause == null
                ? unpermitted
                : RuleRefusal.state(context.now().key() + " is paused already: " + pause.reason());
    }

    /** Returns the reasons for which this playbook pauses. */
    public static Set<String> pauseReasons(DecisionContext context) {
        Set<String> accepted = new TreeSet<>();
        context.playbook.targets().values().forEach(rule -> accepted.addAll(rule.pausesWhile()));
        return accepted;
    }

    static void pause(DecisionContext context, Command.Pause c) {
        Set<String> accepted = pauseReasons(context);
        if (!accepted.contains(c.reason())) {
            throw RuleRefusal.content("'" + c.reason() + "' pauses nothing in this playbook; accepted are " + accepted);
        }
        context.emit(new Event.Paused(c.reason(), c.note()));
        PromiseRules.pause(context, c.reason());
    }

    public static @Nullable RuleRefusal againstResuming(DecisionContext context) {
        RuleRefusal unpermitted = context.against(Permissions.RESPOND);
        return unpermitted != null || context.now().pause() != null
                ? unpermitted
                : RuleRefusal.state(context.now().key() + " is not paused");
    }

    static void resume(DecisionContext context, String note) {
        resumeNow(context, note.isBlank() ? "resumed" : note);
    }

    private static void resumeNow(DecisionContext context, String reason) {
        context.emit(new Event.Resumed(reason));
        PromiseRules.resume(context);
    }

    /** Records that the customer wrote, which ends a pause that waited for the customer. */
    static void hear(DecisionContext context, Command.HearCustomer c) {
        context.emit(new Event.CustomerHeard(c.signal(), c.text()));
        CurrentPause pause = context.now().pause();
        if (pause != null && pause.reason().equals(WAITING_ON_CUSTOMER)) {
            resumeNow(context, "the customer wrote");
        }
    }

    static void plan(DecisionContext context, Command.SetPlan c) {
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
                    && context.situation.roster().find(step.owner()).isEmpty()) {
                throw RuleRefusal.content(
                        "step '" + step.id() + "' is given to '" + step.owner() + "', who is not on the roster");
            }
        }
        context.emit(new Event.PlanSet(c.steps(), c.contingency()));
        PromiseRules.meet(context, TargetRule.PLAN);
    }

    static void validate(DecisionContext context, Command.ValidateStep c) {
        if (context.now().plan().stream().noneMatch(step -> step.id().equals(c.step()))) {
            throw RuleRefusal.content("the plan has no step '" + c.step() + "'; it has "
                    + context.now().plan().stream().map(PlanStep::id).toList());
        }
        context.emit(new Event.StepValidated(c.step(), c.passed(), RuleRefusal.blank(c.evidence(), "the evidence")));
    }

    /** Moves a promise; the old date stays on record, and a reason is required (I-13). */
    static void movePromise(DecisionContext context, Command.MovePromise c) {
        TargetClock clock = openClock(context, c.target());
        String reason = RuleRefusal.blank(c.reason(), "the reason");
        if (!c.due().isAfter(context.at)) {
            throw RuleRefusal.content("the new date " + c.due() + " is not in the future");
        }
        if (PromiseRules.isNonNegotiable(context, clock) && c.due().isAfter(clock.due())) {
            RuleRefusal.raise(context.against(Permissions.WAIVE));
        }
        PromiseRules.move(context, clock, c.due(), reason);
    }

    /**
     * Returns whether there is any date to which the actor may move the promise: only somebody with the permission may
     * postpone one that is not negotiable.
     */
    public static boolean mayMove(DecisionContext context, TargetClock clock) {
        return context.may(Permissions.WAIVE)
                || !PromiseRules.isNonNegotiable(context, clock)
                || clock.due().isAfter(context.at);
    }

    /** Refuses to waive a promise without the permission, which depends on whether it is negotiable. */
    public static @Nullable RuleRefusal againstWaiving(DecisionContext context, TargetClock clock) {
        return context.against(PromiseRules.isNonNegotiable(context, clock) ? Permissions.WAIVE : Permissions.ASSIGN);
    }

    static void waive(DecisionContext context, Command.WaiveTarget c) {
        TargetClock clock = openClock(context, c.target());
        RuleRefusal.raise(againstWaiving(context, clock));
        context.emit(new Event.TargetWaived(c.target(), clock.cycle(), RuleRefusal.blank(c.reason(), "the reason")));
    }

    private static TargetClock openClock(DecisionContext context, String target) {
        return context.now()
                .findOpenClock(target)
                .orElseThrow(() -> RuleRefusal.content("no promise '" + target + "' is open; open are "
                        + context.now().clocks().values().stream()
                                .filter(TargetClock::isOpen)
                                .map(TargetClock::target)
                                .toList()));
    }
}
