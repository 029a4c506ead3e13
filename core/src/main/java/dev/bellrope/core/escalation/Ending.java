package dev.bellrope.core.escalation;

import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.clock.TargetClock;
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
final class Ending {
    private Ending() {}

    /** There must be a level below, or a watch to begin. */
    static @Nullable Refusal againstDeEscalating(Turn turn) {
        Refusal unpermitted = turn.against(Permissions.DE_ESCALATE);
        if (unpermitted != null) {
            return unpermitted;
        }
        Escalation now = turn.now();
        if (now.status() == Status.ACTIVE) {
            return turn.playbook.ladder().findBelow(now.level()).isPresent()
                    ? null
                    : Refusal.state(now.key() + " is at the first level; resolve it instead");
        }
        return turn.playbook.exit().watchFor(now.severity()).isZero()
                ? Refusal.state("the playbook watches no " + now.severity() + "; close it")
                : null;
    }

    static void deEscalate(Turn turn, Command.DeEscalate c) {
        String reason = Refusal.blank(c.reason(), "the reason");
        Escalation now = turn.now();
        if (now.status() == Status.ACTIVE) {
            Ladder.Level below = turn.playbook.ladder().findBelow(now.level()).orElseThrow();
            turn.emit(new Event.LevelLowered(now.level(), below.id(), reason));
            return;
        }
        Span watch = turn.playbook.exit().watchFor(now.severity());
        turn.emit(new Event.WatchStarted(watch.after(turn.at), reason));
    }

    static void confirm(Turn turn, Command.ConfirmCriterion c) {
        Exit.Criterion criterion = criterion(turn, c.criterion());
        if (!criterion.check().isSaid()) {
            throw Refusal.content("'" + criterion.name() + "' is found out, not said: "
                    + ExitCriteria.open(turn.now(), turn.playbook, turn.at)
                            .getOrDefault(criterion.name(), "and it holds already"));
        }
        turn.emit(new Event.CriterionMet(c.criterion(), Refusal.blank(c.evidence(), "the evidence")));
    }

    static void waive(Turn turn, Command.WaiveCriterion c) {
        criterion(turn, c.criterion());
        turn.emit(new Event.CriterionWaived(c.criterion(), Refusal.blank(c.reason(), "the reason")));
    }

    private static Exit.Criterion criterion(Turn turn, String name) {
        return turn.playbook
                .exit()
                .findCriterion(name)
                .orElseThrow(() -> Refusal.content("'" + name + "' is no exit criterion; there are "
                        + turn.playbook.exit().criteria().stream()
                                .map(Exit.Criterion::name)
                                .toList()));
    }

    /** Over: keeps what can be kept, stops what is owed no more (T26), starts what the resolution itself promises. */
    static void resolve(Turn turn, Command.Resolve c) {
        turn.emit(new Event.Resolved(Refusal.blank(c.summary(), "the summary")));
        Promises.meet(turn, TargetRule.ACKNOWLEDGE);
        Promises.meet(turn, TargetRule.RESOLVE);
        for (TargetRule rule : turn.playbook.targets().values()) {
            if (rule.starts() != TargetRule.Start.ON_RESOLVE) {
                Promises.stop(turn, rule.name(), "resolved");
            } else if (!rule.name().equals(TargetRule.ROOT_CAUSE)
                    || turn.now().rootCause().isEmpty()) {
                Promises.start(turn, rule);
            }
        }
        Span watch = turn.playbook.exit().watchFor(turn.now().severity());
        if (turn.playbook.exit().automaticClose() && !watch.isZero()) {
            turn.emit(new Event.WatchStarted(watch.after(turn.at), "resolved"));
        }
    }

    static void reopen(Turn turn, Command.Reopen c) {
        Escalation before = turn.now();
        Promises.stopAll(turn, "reopened");
        turn.emit(new Event.Reopened(Refusal.blank(c.reason(), "the reason"), before.status()));
        Promises.start(turn, TargetRule.Start.ON_OPEN);
        if (turn.playbook.exit().reopening() == SupportPlan.Reopening.CONTINUE) {
            continueResolve(turn, before);
        }
        Climbing.check(turn, Climbing.Occasion.NONE);
    }

    /** Runs on with what was left; where nothing was left it starts anew, so that nothing strikes at once (T25). */
    private static void continueResolve(Turn turn, Escalation before) {
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
    static @Nullable Refusal againstClosing(Turn turn) {
        Refusal unpermitted = turn.against(Permissions.CLOSE);
        if (unpermitted != null) {
            return unpermitted;
        }
        Escalation now = turn.now();
        Map<String, String> open = ExitCriteria.open(now, turn.playbook, turn.at);
        if (!open.isEmpty()) {
            return Refusal.state("exit criteria are open: "
                    + open.entrySet().stream()
                            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                            .collect(Collectors.joining("; ")));
        }
        return turn.may(Permissions.WAIVE) ? null : againstClosingUnwatched(turn);
    }

    private static @Nullable Refusal againstClosingUnwatched(Turn turn) {
        Escalation now = turn.now();
        Span watch = turn.playbook.exit().watchFor(now.severity());
        if (watch.isZero() || (now.status() == Status.WATCH && isWatchOver(now, turn.at))) {
            return null;
        }
        return Refusal.state(
                now.status() == Status.WATCH
                        ? "it is watched until " + now.times().watchUntil()
                                + "; somebody who may waive can close it earlier, with a note that says why"
                        : "a watch period of " + watch + " comes first: de-escalate it");
    }

    static void close(Turn turn, Command.Close c) {
        if (c.note().isBlank()) {
            Refusal.raise(againstClosingUnwatched(turn));
        }
        closeNow(turn, c.note());
    }

    private static boolean isWatchOver(Escalation e, Instant at) {
        Instant until = e.times().watchUntil();
        return e.times().watchEnded() || until == null || !at.isBefore(until);
    }

    /** Whether nothing but the exit criteria can still stand against its end: it was watched, or is not to be. */
    static boolean isWatched(Escalation e, Playbook playbook, Instant at) {
        return (e.status() == Status.WATCH && isWatchOver(e, at))
                || (e.status() == Status.RESOLVED
                        && playbook.exit().watchFor(e.severity()).isZero());
    }

    /** Closes without anybody, where the playbook wants that, everything holds and the watch is over. */
    static void closeByItself(Turn turn) {
        Escalation now = turn.now();
        boolean ready = turn.playbook.exit().automaticClose()
                && !turn.playbook.guardrails().neverAutomatic().contains(Guardrails.CLOSING)
                && isWatched(now, turn.playbook, turn.at)
                && ExitCriteria.open(now, turn.playbook, turn.at).isEmpty();
        if (ready) {
            closeNow(turn, "every exit criterion holds");
        }
    }

    private static void closeNow(Turn turn, String note) {
        Promises.stopAll(turn, "closed");
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

    static void merge(Turn turn, Command.Merge c) {
        String into = Refusal.blank(c.into(), "the escalation to merge into");
        if (into.equals(turn.now().key())) {
            throw Refusal.content("it cannot be merged into itself");
        }
        Promises.stopAll(turn, "merged into " + into);
        turn.emit(new Event.MergedInto(into));
    }
}
