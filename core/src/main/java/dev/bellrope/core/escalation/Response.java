package dev.bellrope.core.escalation;

import dev.bellrope.core.clock.TargetClock;
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
final class Response {
    /** The pause that a customer's message ends (T41). */
    static final String WAITING_ON_CUSTOMER = "waiting-on-customer";

    private Response() {}

    /** The first who acknowledges wins; the second is told who it was (T78). */
    static @Nullable Refusal againstAcknowledging(Turn turn) {
        Refusal unpermitted = turn.against(Permissions.RESPOND);
        Escalation now = turn.now();
        boolean owed = now.times().acknowledged() == null
                || now.findOpenClock(TargetRule.ACKNOWLEDGE).isPresent();
        return unpermitted != null || owed
                ? unpermitted
                : Refusal.state(now.key() + " was acknowledged already, by "
                        + turn.nameOf(now.times().acknowledgedBy()) + " at "
                        + now.times().acknowledged());
    }

    static void acknowledge(Turn turn) {
        acknowledgeNow(turn);
    }

    private static void acknowledgeNow(Turn turn) {
        String by = turn.situation.actor().id();
        turn.emit(new Event.Acknowledged(by));
        if (turn.now().findOwner().isEmpty() && turn.situation.roster().find(by).isPresent()) {
            turn.emit(new Event.RoleAssigned(
                    new Assignment(Route.OWNER, by, "acknowledged it while nobody owned it", List.of()),
                    "acknowledged"));
        }
        Promises.meet(turn, TargetRule.ACKNOWLEDGE);
        Promises.start(turn, TargetRule.Start.ON_ACKNOWLEDGE);
    }

    static void note(Turn turn, Command.AddNote c) {
        turn.emit(new Event.NoteAdded(c.shared(), Refusal.blank(c.text(), "the note")));
    }

    static void attach(Turn turn, Command.AttachFile c) {
        turn.emit(new Event.Attached(
                c.id(),
                Refusal.blank(c.file(), "the file's name"),
                c.type(),
                c.size(),
                c.sha256(),
                c.text().strip()));
    }

    /** Tells the customer; the first word to the customer also acknowledges. */
    static void update(Turn turn, Command.SendUpdate c) {
        String text = Refusal.blank(c.text(), "the update");
        String approver =
                turn.playbook.communication().approval().getOrDefault(turn.now().severity(), "");
        if (!approver.isEmpty()
                && !turn.situation.actor().isSystem()
                && !turn.situation.actor().roles().contains(approver)) {
            turn.emit(new Event.UpdateProposed(Questions.nextId(turn), text, c.channel(), approver));
            return;
        }
        send(turn, text, c.channel());
    }

    static void send(Turn turn, String text, String channel) {
        turn.emit(new Event.UpdateSent(text, channel));
        if (turn.now().status() == Status.ACTIVE
                && turn.now().findOpenClock(TargetRule.ACKNOWLEDGE).isPresent()) {
            acknowledgeNow(turn);
        }
        Promises.meet(turn, TargetRule.UPDATE);
    }

    static @Nullable Refusal againstPausing(Turn turn) {
        Refusal unpermitted = turn.against(Permissions.RESPOND);
        Escalation.Pause pause = turn.now().pause();
        return unpermitted != null || pause == null
                ? unpermitted
                : Refusal.state(turn.now().key() + " is paused already: " + pause.reason());
    }

    /** What this playbook pauses for. */
    static Set<String> pauseReasons(Turn turn) {
        Set<String> accepted = new TreeSet<>();
        turn.playbook.targets().values().forEach(rule -> accepted.addAll(rule.pausesWhile()));
        return accepted;
    }

    static void pause(Turn turn, Command.Pause c) {
        Set<String> accepted = pauseReasons(turn);
        if (!accepted.contains(c.reason())) {
            throw Refusal.content("'" + c.reason() + "' pauses nothing in this playbook; accepted are " + accepted);
        }
        turn.emit(new Event.Paused(c.reason(), c.note()));
        Promises.pause(turn, c.reason());
    }

    static @Nullable Refusal againstResuming(Turn turn) {
        Refusal unpermitted = turn.against(Permissions.RESPOND);
        return unpermitted != null || turn.now().pause() != null
                ? unpermitted
                : Refusal.state(turn.now().key() + " is not paused");
    }

    static void resume(Turn turn, String note) {
        resumeNow(turn, note.isBlank() ? "resumed" : note);
    }

    private static void resumeNow(Turn turn, String reason) {
        turn.emit(new Event.Resumed(reason));
        Promises.resume(turn);
    }

    /** The customer wrote; whatever waited for that waits no more. */
    static void hear(Turn turn, Command.HearCustomer c) {
        turn.emit(new Event.CustomerHeard(c.signal(), c.text()));
        Escalation.Pause pause = turn.now().pause();
        if (pause != null && pause.reason().equals(WAITING_ON_CUSTOMER)) {
            resumeNow(turn, "the customer wrote");
        }
    }

    static void plan(Turn turn, Command.SetPlan c) {
        if (c.steps().isEmpty()) {
            throw Refusal.content("a plan needs at least one step");
        }
        Set<String> ids = new HashSet<>();
        for (PlanStep step : c.steps()) {
            if (!ids.add(step.id())) {
                throw Refusal.content("the plan names step '" + step.id() + "' twice");
            }
            Refusal.blank(step.text(), "the text of step '" + step.id() + "'");
            if (!step.owner().isEmpty()
                    && turn.situation.roster().find(step.owner()).isEmpty()) {
                throw Refusal.content(
                        "step '" + step.id() + "' is given to '" + step.owner() + "', who is not on the roster");
            }
        }
        turn.emit(new Event.PlanSet(c.steps(), c.contingency()));
        Promises.meet(turn, TargetRule.PLAN);
    }

    static void validate(Turn turn, Command.ValidateStep c) {
        if (turn.now().plan().stream().noneMatch(step -> step.id().equals(c.step()))) {
            throw Refusal.content("the plan has no step '" + c.step() + "'; it has "
                    + turn.now().plan().stream().map(PlanStep::id).toList());
        }
        turn.emit(new Event.StepValidated(c.step(), c.passed(), Refusal.blank(c.evidence(), "the evidence")));
    }

    /** A changed date keeps the old one and says why (I-13). */
    static void movePromise(Turn turn, Command.MovePromise c) {
        TargetClock clock = openClock(turn, c.target());
        String reason = Refusal.blank(c.reason(), "the reason");
        if (!c.due().isAfter(turn.at)) {
            throw Refusal.content("the new date " + c.due() + " is not in the future");
        }
        if (Promises.isNonNegotiable(turn, clock) && c.due().isAfter(clock.due())) {
            Refusal.raise(turn.against(Permissions.WAIVE));
        }
        Promises.move(turn, clock, c.due(), reason);
    }

    /** Whether there is a date to which whoever acts may move it: only somebody entitled puts off what is not negotiable. */
    static boolean mayMove(Turn turn, TargetClock clock) {
        return turn.may(Permissions.WAIVE)
                || !Promises.isNonNegotiable(turn, clock)
                || clock.due().isAfter(turn.at);
    }

    /** Only somebody entitled lets go of what is not negotiable. */
    static @Nullable Refusal againstWaiving(Turn turn, TargetClock clock) {
        return turn.against(Promises.isNonNegotiable(turn, clock) ? Permissions.WAIVE : Permissions.ASSIGN);
    }

    static void waive(Turn turn, Command.WaiveTarget c) {
        TargetClock clock = openClock(turn, c.target());
        Refusal.raise(againstWaiving(turn, clock));
        turn.emit(new Event.TargetWaived(c.target(), clock.cycle(), Refusal.blank(c.reason(), "the reason")));
    }

    private static TargetClock openClock(Turn turn, String target) {
        return turn.now()
                .findOpenClock(target)
                .orElseThrow(() -> Refusal.content("no promise '" + target + "' is open; open are "
                        + turn.now().clocks().values().stream()
                                .filter(TargetClock::isOpen)
                                .map(TargetClock::target)
                                .toList()));
    }
}
