package dev.bellrope.core.escalation.rule;

import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.ExitCriteria;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.playbook.Exit;
import dev.bellrope.core.playbook.Guardrails;
import dev.bellrope.core.playbook.Ladder;
import dev.bellrope.core.playbook.Permissions;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.TargetRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules for ending an escalation: resolved, watched, closed; or reopened. */
public final class ClosingRules {
    private ClosingRules() {}

    /** Refuses to de-escalate unless there is a level below, or a watch period to begin. */
    public static @Nullable RuleRefusal againstDeEscalating(DecisionContext context) {
        RuleRefusal unpermitted = context.against(Permissions.DE_ESCALATE);
        if (unpermitted != null) {
            return unpermitted;
        }
        Escalation now = context.now();
        if (now.status() == Status.ACTIVE) {
            return context.playbook.ladder().findBelow(now.level()).isPresent()
                    ? null
                    : RuleRefusal.state(now.key() + " is at the first level; resolve it instead");
        }
        return context.playbook.exit().watchFor(now.severity()).isZero()
                ? RuleRefusal.state("the playbook watches no " + now.severity() + "; close it")
                : null;
    }

    static void deEscalate(DecisionContext context, Command.DeEscalate c) {
        String reason = RuleRefusal.blank(c.reason(), "the reason");
        Escalation now = context.now();
        if (now.status() == Status.ACTIVE) {
            Ladder.Level below =
                    context.playbook.ladder().findBelow(now.level()).orElseThrow();
            context.emit(new Event.LevelLowered(now.level(), below.id(), reason));
            return;
        }
        Span watch = context.playbook.exit().watchFor(now.severity());
        context.emit(new Event.WatchStarted(watch.after(context.at), reason));
    }

    static void confirm(DecisionContext context, Command.ConfirmCriterion c) {
        Exit.ExitCriterion criterion = criterion(context, c.criterion());
        if (!criterion.check().isSaid()) {
            throw RuleRefusal.content("'" + criterion.name() + "' is found out, not said: "
                    + ExitCriteria.open(context.now(), context.playbook, context.at)
                            .getOrDefault(criterion.name(), "and it holds already"));
        }
        context.emit(new Event.CriterionMet(c.criterion(), RuleRefusal.blank(c.evidence(), "the evidence")));
    }

    static void waive(DecisionContext context, Command.WaiveCriterion c) {
        criterion(context, c.criterion());
        context.emit(new Event.CriterionWaived(c.criterion(), RuleRefusal.blank(c.reason(), "the reason")));
    }

    private static Exit.ExitCriterion criterion(DecisionContext context, String name) {
        return context.playbook
                .exit()
                .findCriterion(name)
                .orElseThrow(() -> RuleRefusal.content("'" + name + "' is no exit criterion; there are "
                        + context.playbook.exit().criteria().stream()
                                .map(Exit.ExitCriterion::name)
                                .toList()));
    }

    /**
     * Resolves the escalation: meets the promises that this fulfils, stops those that are no longer owed (T26), and
     * starts those that begin with the resolution.
     */
    static void resolve(DecisionContext context, Command.Resolve c) {
        context.emit(new Event.Resolved(RuleRefusal.blank(c.summary(), "the summary")));
        PromiseRules.meet(context, TargetRule.ACKNOWLEDGE);
        PromiseRules.meet(context, TargetRule.RESOLVE);
        for (TargetRule rule : context.playbook.targets().values()) {
            if (rule.starts() != TargetRule.Start.ON_RESOLVE) {
                PromiseRules.stop(context, rule.name(), "resolved");
            } else if (!rule.name().equals(TargetRule.ROOT_CAUSE)
                    || context.now().rootCause().isEmpty()) {
                PromiseRules.start(context, rule);
            }
        }
        Span watch = context.playbook.exit().watchFor(context.now().severity());
        if (context.playbook.exit().automaticClose() && !watch.isZero()) {
            context.emit(new Event.WatchStarted(watch.after(context.at), "resolved"));
        }
    }

    static void reopen(DecisionContext context, Command.Reopen c) {
        Escalation before = context.now();
        PromiseRules.stopAll(context, "reopened");
        context.emit(new Event.Reopened(RuleRefusal.blank(c.reason(), "the reason"), before.status()));
        PromiseRules.start(context, TargetRule.Start.ON_OPEN);
        if (context.playbook.exit().reopening() == SupportPlan.ReopeningRule.CONTINUE) {
            continueResolve(context, before);
        }
        LadderRules.check(context, LadderRules.Occasion.NONE);
    }

    /**
     * Continues the clock with the time that was left; if none was left, it starts over, so that nothing strikes at
     * once (T25).
     */
    private static void continueResolve(DecisionContext context, Escalation before) {
        TargetClock old = before.clocks().get(TargetRule.RESOLVE);
        TargetClock fresh = context.now().findOpenClock(TargetRule.RESOLVE).orElse(null);
        if (old == null || fresh == null || old.stoppedAt() == null) {
            return;
        }
        Duration left = old.remainingAt(old.stoppedAt(), context.calendar(old.calendar()));
        if (left.compareTo(Duration.ZERO) > 0 && left.compareTo(fresh.budget()) < 0) {
            Instant due = context.calendar(fresh.calendar()).plus(context.at, left);
            context.emit(new Event.TargetMoved(
                    fresh.target(),
                    fresh.cycle(),
                    left,
                    fresh.calendar(),
                    fresh.due(),
                    due,
                    TargetClock.warnings(
                            fresh.percentsLeft(), left, due, context.calendar(fresh.calendar()), context.at),
                    "runs on with what was left when it was resolved"));
        }
    }

    /**
     * Refuses to close unless every exit criterion holds and the watch period is over. Somebody who may waive can close
     * before the watch period is over, with a note that says why.
     */
    public static @Nullable RuleRefusal againstClosing(DecisionContext context) {
        RuleRefusal unpermitted = context.against(Permissions.CLOSE);
        if (unpermitted != null) {
            return unpermitted;
        }
        Escalation now = context.now();
        Map<String, String> open = ExitCriteria.open(now, context.playbook, context.at);
        if (!open.isEmpty()) {
            return RuleRefusal.state("exit criteria are open: "
                    + open.entrySet().stream()
                            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                            .collect(Collectors.joining("; ")));
        }
        return context.may(Permissions.WAIVE) ? null : againstClosingUnwatched(context);
    }

    private static @Nullable RuleRefusal againstClosingUnwatched(DecisionContext context) {
        Escalation now = context.now();
        Span watch = context.playbook.exit().watchFor(now.severity());
        if (watch.isZero() || (now.status() == Status.WATCH && isWatchOver(now, context.at))) {
            return null;
        }
        return RuleRefusal.state(
                now.status() == Status.WATCH
                        ? "it is watched until " + now.times().watchUntil()
                                + "; somebody who may waive can close it earlier, with a note that says why"
                        : "a watch period of " + watch + " comes first: de-escalate it");
    }

    static void close(DecisionContext context, Command.Close c) {
        if (c.note().isBlank()) {
            RuleRefusal.raise(againstClosingUnwatched(context));
        }
        closeNow(context, c.note());
    }

    private static boolean isWatchOver(Escalation e, Instant at) {
        Instant until = e.times().watchUntil();
        return e.times().watchEnded() || until == null || !at.isBefore(until);
    }

    /**
     * Returns whether the exit criteria are all that can still prevent the end: the watch period is over, or there is
     * none.
     */
    public static boolean isWatched(Escalation e, Playbook playbook, Instant at) {
        return (e.status() == Status.WATCH && isWatchOver(e, at))
                || (e.status() == Status.RESOLVED
                        && playbook.exit().watchFor(e.severity()).isZero());
    }

    /**
     * Closes the escalation without a person if the playbook wants that, every exit criterion holds, and the watch
     * period is over.
     */
    static void closeByItself(DecisionContext context) {
        Escalation now = context.now();
        boolean ready = context.playbook.exit().automaticClose()
                && !context.playbook.guardrails().neverAutomatic().contains(Guardrails.CLOSING)
                && isWatched(now, context.playbook, context.at)
                && ExitCriteria.open(now, context.playbook, context.at).isEmpty();
        if (ready) {
            closeNow(context, "every exit criterion holds");
        }
    }

    private static void closeNow(DecisionContext context, String note) {
        PromiseRules.stopAll(context, "closed");
        context.emit(new Event.Closed(note));
        ReviewRules.require(context);
    }

    static void merge(DecisionContext context, Command.Merge c) {
        String into = RuleRefusal.blank(c.into(), "the escalation to merge into");
        if (into.equals(context.now().key())) {
            throw RuleRefusal.content("it cannot be merged into itself");
        }
        PromiseRules.stopAll(context, "merged into " + into);
        context.emit(new Event.MergedInto(into, ReviewRules.owed(context).orElse(null)));
    }
}
