package dev.bellrope.core.escalation.rule;

import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.ExitCriteria;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.fact.Reason;
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

/** The way back: resolved, watched, closed; or reopened. */
public final class ClosingRules {
    private ClosingRules() {}

    /** There must be a level below, or a watch to begin. */
    public static @Nullable RuleRefusal againstDeEscalating(DecisionContext turn) {
        RuleRefusal unpermitted = turn.against(Permissions.DE_ESCALATE);
        if (unpermitted != null) {
            return unpermitted;
        }
        Escalation now = turn.now();
        if (now.status() == Status.ACTIVE) {
            return turn.playbook.ladder().findBelow(now.level()).isPresent()
                    ? null
                    : RuleRefusal.state(now.key() + " is at the first level; resolve it instead");
        }
        return turn.playbook.exit().watchFor(now.severity()).isZero()
                ? RuleRefusal.state("the playbook watches no " + now.severity() + "; close it")
                : null;
    }

    static void deEscalate(DecisionContext turn, Command.DeEscalate c) {
        String reason = RuleRefusal.blank(c.reason(), "the reason");
        Escalation now = turn.now();
        if (now.status() == Status.ACTIVE) {
            Ladder.Level below = turn.playbook.ladder().findBelow(now.level()).orElseThrow();
            turn.emit(new Event.LevelLowered(now.level(), below.id(), reason));
            return;
        }
        Span watch = turn.playbook.exit().watchFor(now.severity());
        turn.emit(new Event.WatchStarted(watch.after(turn.at), reason));
    }

    static void confirm(DecisionContext turn, Command.ConfirmCriterion c) {
        Exit.ExitCriterion criterion = criterion(turn, c.criterion());
        if (!criterion.check().isSaid()) {
            throw RuleRefusal.content("'" + criterion.name() + "' is found out, not said: "
                    + ExitCriteria.open(turn.now(), turn.playbook, turn.at)
                            .getOrDefault(criterion.name(), "and it holds already"));
        }
        turn.emit(new Event.CriterionMet(c.criterion(), RuleRefusal.blank(c.evidence(), "the evidence")));
    }

    static void waive(DecisionContext turn, Command.WaiveCriterion c) {
        criterion(turn, c.criterion());
        turn.emit(new Event.CriterionWaived(c.criterion(), RuleRefusal.blank(c.reason(), "the reason")));
    }

    private static Exit.ExitCriterion criterion(DecisionContext turn, String name) {
        return turn.playbook
                .exit()
                .findCriterion(name)
                .orElseThrow(() -> RuleRefusal.content("'" + name + "' is no exit criterion; there are "
                        + turn.playbook.exit().criteria().stream()
                                .map(Exit.ExitCriterion::name)
                                .toList()));
    }

    /** Over: keeps what can be kept, stops what is owed no more (T26), starts what the resolution itself promises. */
    static void resolve(DecisionContext turn, Command.Resolve c) {
        turn.emit(new Event.Resolved(RuleRefusal.blank(c.summary(), "the summary")));
        PromiseRules.meet(turn, TargetRule.ACKNOWLEDGE);
        PromiseRules.meet(turn, TargetRule.RESOLVE);
        for (TargetRule rule : turn.playbook.targets().values()) {
            if (rule.starts() != TargetRule.Start.ON_RESOLVE) {
                PromiseRules.stop(turn, rule.name(), "resolved");
            } else if (!rule.name().equals(TargetRule.ROOT_CAUSE)
                    || turn.now().rootCause().isEmpty()) {
                PromiseRules.start(turn, rule);
            }
        }
        Span watch = turn.playbook.exit().watchFor(turn.now().severity());
        if (turn.playbook.exit().automaticClose() && !watch.isZero()) {
            turn.emit(new Event.WatchStarted(watch.after(turn.at), "resolved"));
        }
    }

    static void reopen(DecisionContext turn, Command.Reopen c) {
        Escalation before = turn.now();
        PromiseRules.stopAll(turn, "reopened");
        turn.emit(new Event.Reopened(RuleRefusal.blank(c.reason(), "the reason"), before.status()));
        PromiseRules.start(turn, TargetRule.Start.ON_OPEN);
        if (turn.playbook.exit().reopening() == SupportPlan.ReopeningRule.CONTINUE) {
            continueResolve(turn, before);
        }
        LadderRules.check(turn, LadderRules.Occasion.NONE);
    }

    /** Runs on with what was left; where nothing was left it starts anew, so that nothing strikes at once (T25). */
    private static void continueResolve(DecisionContext turn, Escalation before) {
        TargetClock old = before.clocks().get(TargetRule.RESOLVE);
        TargetClock fresh = turn.now().findOpenClock(TargetRule.RESOLVE).orElse(null);
        if (old == null || fresh == null || old.stoppedAt() == null) {
            return;
        }
        Duration left = old.remainingAt(old.stoppedAt(), turn.calendar(old.calendar()));
        if (left.compareTo(Duration.ZERO) > 0 && left.compareTo(fresh.budget()) < 0) {
            Instant due = turn.calendar(fresh.calendar()).plus(turn.at, left);
            turn.emit(new Event.TargetMoved(
                    fresh.target(),
                    fresh.cycle(),
                    left,
                    fresh.calendar(),
                    fresh.due(),
                    due,
                    TargetClock.warnings(fresh.percentsLeft(), left, due, turn.calendar(fresh.calendar()), turn.at),
                    "runs on with what was left when it was resolved"));
        }
    }

    /** Every exit criterion must hold, and the watch must be over, unless somebody may waive that. */
    public static @Nullable RuleRefusal againstClosing(DecisionContext turn) {
        RuleRefusal unpermitted = turn.against(Permissions.CLOSE);
        if (unpermitted != null) {
            return unpermitted;
        }
        Escalation now = turn.now();
        Map<String, String> open = ExitCriteria.open(now, turn.playbook, turn.at);
        if (!open.isEmpty()) {
            return RuleRefusal.state("exit criteria are open: "
                    + open.entrySet().stream()
                            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                            .collect(Collectors.joining("; ")));
        }
        return turn.may(Permissions.WAIVE) ? null : againstClosingUnwatched(turn);
    }

    private static @Nullable RuleRefusal againstClosingUnwatched(DecisionContext turn) {
        Escalation now = turn.now();
        Span watch = turn.playbook.exit().watchFor(now.severity());
        if (watch.isZero() || (now.status() == Status.WATCH && isWatchOver(now, turn.at))) {
            return null;
        }
        return RuleRefusal.state(
                now.status() == Status.WATCH
                        ? "it is watched until " + now.times().watchUntil()
                                + "; somebody who may waive can close it earlier, with a note that says why"
                        : "a watch period of " + watch + " comes first: de-escalate it");
    }

    static void close(DecisionContext turn, Command.Close c) {
        if (c.note().isBlank()) {
            RuleRefusal.raise(againstClosingUnwatched(turn));
        }
        closeNow(turn, c.note());
    }

    private static boolean isWatchOver(Escalation e, Instant at) {
        Instant until = e.times().watchUntil();
        return e.times().watchEnded() || until == null || !at.isBefore(until);
    }

    /** Whether nothing but the exit criteria can still stand against its end: it was watched, or is not to be. */
    public static boolean isWatched(Escalation e, Playbook playbook, Instant at) {
        return (e.status() == Status.WATCH && isWatchOver(e, at))
                || (e.status() == Status.RESOLVED
                        && playbook.exit().watchFor(e.severity()).isZero());
    }

    /** Closes without anybody, where the playbook wants that, everything holds and the watch is over. */
    static void closeByItself(DecisionContext turn) {
        Escalation now = turn.now();
        boolean ready = turn.playbook.exit().automaticClose()
                && !turn.playbook.guardrails().neverAutomatic().contains(Guardrails.CLOSING)
                && isWatched(now, turn.playbook, turn.at)
                && ExitCriteria.open(now, turn.playbook, turn.at).isEmpty();
        if (ready) {
            closeNow(turn, "every exit criterion holds");
        }
    }

    private static void closeNow(DecisionContext turn, String note) {
        PromiseRules.stopAll(turn, "closed");
        turn.emit(new Event.Closed(note));
        Exit.Review review = turn.playbook.exit().review();
        if (review != null && review.requiredWhen().holds(turn.facts())) {
            WorkingCalendar calendar = turn.playbook.calendar(review.calendar());
            turn.emit(new Event.ReviewRequired(
                    Reason.of(
                            "exit.review",
                            "a review is required when " + review.requiredWhen().source()),
                    calendar.plus(turn.at, review.due().in(calendar)),
                    review.ledBy()));
        }
    }

    static void merge(DecisionContext turn, Command.Merge c) {
        String into = RuleRefusal.blank(c.into(), "the escalation to merge into");
        if (into.equals(turn.now().key())) {
            throw RuleRefusal.content("it cannot be merged into itself");
        }
        PromiseRules.stopAll(turn, "merged into " + into);
        turn.emit(new Event.MergedInto(into));
    }
}
