package dev.bellrope.app.demo;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.escalations.CommandRefused;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.StaleRevision;
import dev.bellrope.app.intake.Intake;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.PlanStep;
import dev.bellrope.core.playbook.Route;
import dev.bellrope.core.playbook.TargetRule;
import dev.bellrope.core.signal.Signal;
import dev.bellrope.core.signal.SignalKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Simulates the people who work while a visitor watches. Their next act depends on the state of the escalation alone,
 * so they continue after a restart, and after whatever a visitor does. They are good, not perfect: some promises slip.
 */
final class Colleagues {
    private static final int ALL = 1000;
    private static final int ACTS_A_BEAT = 2;
    private static final Duration REST = Duration.ofSeconds(30);
    private static final String CUSTOMER_CONFIRMS = "customer-confirms";

    private final Escalations escalations;
    private final Intake intake;
    private final Cast cast;
    private final List<StoryTopic> topics = StoryTopic.list();
    private final Map<String, Instant> resting = new HashMap<>();
    private Optional<String> first = Optional.empty();

    Colleagues(Escalations escalations, Intake intake, Cast cast) {
        this.escalations = escalations;
        this.intake = intake;
        this.cast = cast;
    }

    /** An act that a colleague wants to perform. */
    private record ColleagueAct(String who, Command command) {}

    /** Lets a few of them act, at most once per escalation. */
    void tick(Instant now) {
        resting.values().removeIf(until -> !now.isBefore(until));
        int acts = 0;
        for (Escalation escalation : escalations.listOpenStates(VisibleAccounts.ALL, ALL)) {
            if (acts == ACTS_A_BEAT) {
                return;
            }
            if (LiveDemo.isLive(escalation) && first.isEmpty()) {
                first = Optional.of(escalation.key());
            }
            Optional<ColleagueAct> act = resting.containsKey(escalation.key())
                    ? Optional.empty()
                    : LiveDemo.isLive(escalation) ? quick(escalation, now) : usual(escalation, now);
            if (act.isPresent()) {
                carryOut(escalation, act.get(), now);
                acts++;
            }
        }
    }

    private void carryOut(Escalation escalation, ColleagueAct act, Instant now) {
        try {
            Optional<String> ticket = escalation.tickets().keySet().stream().findFirst();
            if (act.command() instanceof Command.Resolve(String summary) && ticket.isPresent()) {
                // As in reality, the ticket is resolved in the helpdesk, which resolves the escalation here.
                escalation.tickets().keySet().forEach(one -> resolve(escalation, one, summary, now));
            } else {
                escalations.act(escalation.key(), cast.get(act.who(), escalation), act.command(), OptionalLong.empty());
            }
        } catch (CommandRefused | StaleRevision visitorWasFaster) {
            resting.put(escalation.key(), now.plus(REST));
        }
    }

    private void resolve(Escalation escalation, String ticket, String summary, Instant now) {
        intake.hear(new Signal(
                Story.SOURCE,
                "resolved-" + ticket + "-" + now.toEpochMilli(),
                SignalKind.TICKET_RESOLVED,
                now,
                escalation.account(),
                ticket,
                summary,
                Map.of("by", escalation.findOwner().orElse("eva"))));
    }

    /** Returns the next act for an escalation with promises of seconds. */
    private Optional<ColleagueAct> quick(Escalation e, Instant now) {
        int chance = Math.floorMod(e.key().hashCode() * 31, 60);
        StoryTopic topic = topic(e);
        return switch (e.status()) {
            case REQUESTED ->
                since(e.times().requested(), now) > 30
                        ? act("eva", new Command.Accept("A fair request; we take it."))
                        : Optional.empty();
            case ACTIVE -> active(e, topic, chance, since(e.times().opened(), now), now);
            case RESOLVED, WATCH -> {
                long since = since(e.times().resolved(), now);
                if (since > 25 && !e.criteria().containsKey(CUSTOMER_CONFIRMS)) {
                    yield act(
                            Route.OWNER,
                            new Command.ConfirmCriterion(
                                    CUSTOMER_CONFIRMS, "They wrote that it works again, thank you."));
                }
                yield since > 45 + chance
                        ? act("eva", new Command.Close("Back in order, and the customer has confirmed it."))
                        : Optional.empty();
            }
            case DECLINED, CLOSED, MERGED -> Optional.empty();
        };
    }

    private Optional<ColleagueAct> active(Escalation e, StoryTopic topic, int chance, long age, Instant now) {
        boolean slips = first.filter(e.key()::equals).isPresent() || chance % 3 == 0;
        if (e.times().acknowledged() == null) {
            return age > (slips ? 42 + chance % 12 : 8 + chance % 9)
                    ? act(Route.OWNER, new Command.Acknowledge())
                    : Optional.empty();
        }
        Optional<ColleagueAct> update = update(e, 0.25, chance % 4, topic.updates(), now);
        if (update.isPresent()) {
            return update;
        }
        if (e.plan().isEmpty() && age > 55 + chance) {
            return act(
                    Route.OWNER,
                    new Command.SetPlan(DemoActs.plan(topic.plan()), "The last release that worked is ready."));
        }
        if (e.workaround().isEmpty() && age > 110 + chance) {
            return act(Route.OWNER, new Command.RecordWorkaround(topic.workaround()));
        }
        if (e.rootCause().isEmpty() && age > 150 + chance) {
            return act(Route.OWNER, new Command.RecordRootCause(topic.cause()));
        }
        if (age > 190 + chance) {
            return e.plan().stream()
                    .filter(step -> step.state() != PlanStep.State.PASSED)
                    .findFirst()
                    .map(step -> new ColleagueAct(
                            Route.OWNER,
                            new Command.ValidateStep(step.id(), true, "Seen working: " + step.validation())))
                    .or(() -> act(Route.OWNER, new Command.Resolve(topic.resolved())));
        }
        return Optional.empty();
    }

    /**
     * Returns the next act for an escalation from before the live part, where only the promised updates are kept up;
     * the rest is for the visitor.
     */
    private Optional<ColleagueAct> usual(Escalation e, Instant now) {
        return switch (e.status()) {
            case ACTIVE -> update(e, 0.15, 7, GENTLE, now);
            case REQUESTED, RESOLVED, WATCH, DECLINED, CLOSED, MERGED -> Optional.empty();
        };
    }

    private static final List<String> GENTLE = List.of(
            "Nothing new to report, and we do not want to leave you without word: the team is on it and the plan stands.",
            "We have finished today's measurements. They agree with what we told you last; the next step is under way.",
            "The fix is in our test environment. We tell you before anything changes in yours.");

    /** Returns the next update, shortly before it is due; one in five comes late. */
    private static Optional<ColleagueAct> update(Escalation e, double left, int late, List<String> texts, Instant now) {
        Optional<TargetClock> clock = e.findOpenClock(TargetRule.UPDATE);
        if (clock.isEmpty() || clock.get().isPaused()) {
            return Optional.empty();
        }
        TargetClock owed = clock.get();
        boolean slips = (owed.cycle() + late) % 5 == 4 && !owed.isMissed();
        Duration remaining = Duration.between(now, owed.due());
        boolean near = remaining.toMillis() < owed.budget().toMillis() * left;
        return near && !slips
                ? act(Route.OWNER, new Command.SendUpdate(texts.get(owed.cycle() % texts.size()), "email"))
                : Optional.empty();
    }

    private StoryTopic topic(Escalation e) {
        return topics.stream()
                .filter(topic -> topic.title().equals(e.title()))
                .findFirst()
                .orElse(topics.get(Math.floorMod(e.title().hashCode(), topics.size())));
    }

    private static Optional<ColleagueAct> act(String who, Command command) {
        return Optional.of(new ColleagueAct(who, command));
    }

    private static long since(@org.jspecify.annotations.Nullable Instant then, Instant now) {
        return then == null ? 0 : Duration.between(then, now).toSeconds();
    }
}
