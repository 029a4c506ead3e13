package dev.bellrope.core.escalation;

import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.rule.AlarmRules;
import dev.bellrope.core.escalation.rule.DecisionContext;
import dev.bellrope.core.escalation.rule.DecisionRules;
import dev.bellrope.core.escalation.rule.OwnershipRules;
import dev.bellrope.core.escalation.rule.ResponseRules;
import dev.bellrope.core.playbook.Exit;
import dev.bellrope.core.playbook.Permissions;
import dev.bellrope.core.routing.Person;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody may ask of an escalation now without being refused, found by the guards that decide.
 *
 * @param acts in the order of {@link Act}
 * @param about for an act that is about one of several things, which of them it can be about for whoever asks, such as the
 *     targets that they may waive; never an empty set
 */
public record Offers(Set<Act> acts, Map<Act, Set<String>> about) {
    /** Stands for no person in particular: the router chooses one. */
    public static final String ROUTER = "";

    /** Stands for a decision that nobody had asked for. */
    public static final String UNASKED = "";

    public Offers {
        acts = Collections.unmodifiableSet(acts.isEmpty() ? EnumSet.noneOf(Act.class) : EnumSet.copyOf(acts));
        about = Map.copyOf(about);
    }

    /** Returns what the actor of the situation may ask for at its instant. A promise that is overdue by then counts as missed. */
    public static Offers of(Escalation state, Situation situation) {
        DecisionContext turn = new DecisionContext(state, situation);
        AlarmRules.overdue(turn);
        Set<Act> acts = EnumSet.noneOf(Act.class);
        Map<Act, Set<String>> about = new EnumMap<>(Act.class);
        for (Act act : Lifecycle.allowed(state)) {
            if (Guards.against(turn, act) != null) {
                continue;
            }
            Optional<Set<String>> things = things(turn, act);
            if (things.map(Set::isEmpty).orElse(false)) {
                continue;
            }
            acts.add(act);
            things.ifPresent(some -> about.put(act, some));
        }
        return new Offers(acts, about);
    }

    public boolean contains(Act act) {
        return acts.contains(act);
    }

    /** Whether an act is offered and may be about that thing: a person, a decision, a target, a step, a criterion, a reason. */
    public boolean contains(Act act, String thing) {
        Set<String> things = about.get(act);
        return contains(act) && (things == null || things.contains(thing));
    }

    /** Returns what an act can be about; empty for an act that is about the escalation as a whole. */
    private static Optional<Set<String>> things(DecisionContext turn, Act act) {
        return switch (act) {
            case ASSIGN ->
                Optional.of(set(Stream.concat(
                                Stream.of(ROUTER),
                                turn.situation.roster().people().stream()
                                        .filter(person -> !person.isAbsent(turn.at))
                                        .map(Person::id))
                        .filter(person -> OwnershipRules.againstNaming(turn, person) == null)));
            case PAUSE -> Optional.of(ResponseRules.pauseReasons(turn));
            case DECIDE -> Optional.of(decisions(turn));
            case VALIDATE_STEP -> Optional.of(set(turn.now().plan().stream().map(PlanStep::id)));
            case MOVE_PROMISE -> Optional.of(targets(turn, clock -> ResponseRules.mayMove(turn, clock)));
            case WAIVE_TARGET -> Optional.of(targets(turn, clock -> ResponseRules.againstWaiving(turn, clock) == null));
            case CONFIRM_CRITERION ->
                Optional.of(criteria(turn, one -> one.check().isSaid()));
            case WAIVE_CRITERION -> Optional.of(criteria(turn, criterion -> true));
            default -> Optional.empty();
        };
    }

    private static Set<String> decisions(DecisionContext turn) {
        Set<String> decisions = turn.now().questions().values().stream()
                .filter(question -> DecisionRules.againstAnswering(turn, question) == null)
                .map(PendingDecision::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (turn.may(Permissions.RESPOND)) {
            decisions.add(UNASKED);
        }
        return decisions;
    }

    private static Set<String> targets(DecisionContext turn, Predicate<TargetClock> which) {
        return set(turn.now().clocks().values().stream()
                .filter(TargetClock::isOpen)
                .filter(which)
                .map(TargetClock::target));
    }

    private static Set<String> criteria(DecisionContext turn, Predicate<Exit.ExitCriterion> which) {
        return set(turn.playbook.exit().criteria().stream().filter(which).map(Exit.ExitCriterion::name));
    }

    private static Set<String> set(Stream<String> things) {
        return things.collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
