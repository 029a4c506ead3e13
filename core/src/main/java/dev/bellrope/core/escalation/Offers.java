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
import java.util.HashMap;
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
 * @param roles the roles that they may give to somebody, or take; empty where an assignment is not offered
 */
public record Offers(Set<Act> acts, Map<Act, Set<String>> about, Set<String> roles) {
    /** Nothing is offered. */
    public static final Offers NONE = new Offers(Set.of(), Map.of(), Set.of());

    /** Stands for no person in particular: the router chooses one. */
    public static final String ROUTER = "";

    /** Stands for a decision that nobody had asked for. */
    public static final String UNASKED = "";

    public Offers {
        acts = Collections.unmodifiableSet(acts.isEmpty() ? EnumSet.noneOf(Act.class) : EnumSet.copyOf(acts));
        about = Map.copyOf(about);
        roles = Collections.unmodifiableSet(new LinkedHashSet<>(roles));
    }

    /** Returns what the actor of the situation may ask for at its instant. A promise that is overdue by then counts as missed. */
    public static Offers of(Escalation state, Situation situation) {
        DecisionContext context = new DecisionContext(state, situation);
        AlarmRules.overdue(context);
        Set<Act> acts = EnumSet.noneOf(Act.class);
        Map<Act, Set<String>> about = new EnumMap<>(Act.class);
        for (Act act : Lifecycle.allowed(state)) {
            if (Guards.against(context, act) != null) {
                continue;
            }
            Optional<Set<String>> things = things(context, act);
            if (things.map(Set::isEmpty).orElse(false)) {
                continue;
            }
            acts.add(act);
            things.ifPresent(some -> about.put(act, some));
        }
        return new Offers(acts, about, acts.contains(Act.ASSIGN) ? roles(context) : Set.of());
    }

    /** Returns the roles that the actor may give to somebody: to anybody, or at least to themself. */
    private static Set<String> roles(DecisionContext context) {
        String self = context.situation.actor().id();
        return set(OwnershipRules.roles(context).stream()
                .filter(role -> OwnershipRules.againstNaming(context, role, self) == null));
    }

    public boolean contains(Act act) {
        return acts.contains(act);
    }

    /** Whether an act is offered and may be about that thing: a person, a decision, a target, a step, a criterion, a reason. */
    public boolean contains(Act act, String thing) {
        Set<String> things = about.get(act);
        return contains(act) && (things == null || things.contains(thing));
    }

    /** Returns the offers without an act for which everything that it could be about is found wanting elsewhere. */
    public Offers without(Act act) {
        Set<Act> others = new LinkedHashSet<>(acts);
        others.remove(act);
        Map<Act, Set<String>> things = new HashMap<>(about);
        things.remove(act);
        return new Offers(others, things, act == Act.ASSIGN ? Set.of() : roles);
    }

    /** Returns what an act can be about; empty for an act that is about the escalation as a whole. */
    private static Optional<Set<String>> things(DecisionContext context, Act act) {
        return switch (act) {
            case ASSIGN ->
                Optional.of(set(Stream.concat(
                                Stream.of(ROUTER),
                                context.situation.roster().people().stream()
                                        .filter(person -> !person.isAbsent(context.at))
                                        .map(Person::id))
                        .filter(person -> OwnershipRules.roles(context).stream()
                                .anyMatch(role -> OwnershipRules.againstNaming(context, role, person) == null))));
            case HAND_OFF ->
                Optional.of(set(context.situation.roster().people().stream()
                        .filter(person -> OwnershipRules.againstHandingTo(context, person) == null)
                        .map(Person::id)));
            case ASK_DECISION -> Optional.of(DecisionRules.answerers(context));
            case PAUSE -> Optional.of(ResponseRules.pauseReasons(context));
            case DECIDE -> Optional.of(decisions(context));
            case VALIDATE_STEP -> Optional.of(set(context.now().plan().stream().map(PlanStep::id)));
            case MOVE_PROMISE -> Optional.of(targets(context, clock -> ResponseRules.mayMove(context, clock)));
            case WAIVE_TARGET ->
                Optional.of(targets(context, clock -> ResponseRules.againstWaiving(context, clock) == null));
            case CONFIRM_CRITERION ->
                Optional.of(criteria(context, one -> one.check().isSaid()));
            case WAIVE_CRITERION -> Optional.of(criteria(context, criterion -> true));
            default -> Optional.empty();
        };
    }

    private static Set<String> decisions(DecisionContext context) {
        Set<String> decisions = context.now().questions().values().stream()
                .filter(question -> DecisionRules.againstAnswering(context, question) == null)
                .map(PendingDecision::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (context.may(Permissions.RESPOND)) {
            decisions.add(UNASKED);
        }
        return decisions;
    }

    private static Set<String> targets(DecisionContext context, Predicate<TargetClock> which) {
        return set(context.now().clocks().values().stream()
                .filter(TargetClock::isOpen)
                .filter(which)
                .map(TargetClock::target));
    }

    private static Set<String> criteria(DecisionContext context, Predicate<Exit.ExitCriterion> which) {
        return set(context.playbook.exit().criteria().stream().filter(which).map(Exit.ExitCriterion::name));
    }

    private static Set<String> set(Stream<String> things) {
        return things.collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
