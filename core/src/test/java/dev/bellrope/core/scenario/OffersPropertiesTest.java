package dev.bellrope.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.TestPeople;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Act;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Handoff;
import dev.bellrope.core.escalation.Offers;
import dev.bellrope.core.escalation.PendingDecision;
import dev.bellrope.core.escalation.PlanStep;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.escalation.rule.Decider;
import dev.bellrope.core.playbook.Exit;
import dev.bellrope.core.playbook.Permissions;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.routing.Assignment;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.routing.Roster;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is offered is what is not refused, wherever chance has led an escalation and whoever asks. */
class OffersPropertiesTest {
    private static final List<String> ROLES =
            List.of("agent", "manager", "executive", "administrator", "escalation-manager", "facilitator");
    private static final List<String> ROUTED =
            List.of("owner", "backup", "sponsor", "facilitator", "communications", "specialist-lead", "vp-engineering");
    private static final List<String> PEOPLE = List.of("ana", "bo", "lea", "mia", "vic", "eve", "a-program");
    private static final List<String> PERMISSIONS = List.of(
            Permissions.ACCEPT,
            Permissions.DECLINE,
            Permissions.RESPOND,
            Permissions.ASSIGN,
            Permissions.RETRIAGE,
            Permissions.DE_ESCALATE,
            Permissions.WAIVE,
            Permissions.APPROVE,
            Permissions.CLOSE,
            Permissions.MERGE);

    /** An act is about nothing in particular. */
    private static final String NOTHING = "nothing in particular";

    /** A state that chance led to, and somebody made up who looks at it. */
    private record Case(Escalation state, Situation situation) {
        static Case of(long seed) {
            Random random = new Random(seed);
            LifePropertiesTest.Life life = new LifePropertiesTest.Life(seed).live(1 + random.nextInt(40));
            Handoff handoff = life.state().handoff();
            String id = handoff != null && random.nextBoolean() ? handoff.to() : any(random, PEOPLE);
            Actor actor = new Actor(id, "Somebody", some(random, ROLES));
            Playbook playbook = random.nextInt(3) == 0 ? life.playbook : permitting(life.playbook, random);
            Instant at = life.now.plus(Duration.ofMinutes(random.nextInt(3) * 700L));
            return new Case(life.state(), new Situation(at, actor, playbook, TestPeople.ACME, roster(random, at)));
        }

        /** Now and then some have left or are away, and then there may be nobody whom an act could be about. */
        private static Roster roster(Random random, Instant at) {
            List<Person> people = TestPeople.ALL;
            if (random.nextInt(3) == 0) {
                int left = random.nextInt(4);
                people = people.stream()
                        .filter(person -> random.nextInt(4) < left)
                        .map(person -> random.nextInt(3) == 0 ? away(person, at) : person)
                        .toList();
            }
            return new Roster(people, Map.of(), Map.of());
        }

        private static Person away(Person person, Instant at) {
            return TestPeople.away(
                    person, new Person.Absence(at.minusSeconds(60), at.plus(Duration.ofDays(1)), "vacation"));
        }

        Decision decide(Command command) {
            return Decider.decide(state, command, situation);
        }
    }

    @Property(tries = 3000)
    void what_is_offered_is_what_is_not_refused(@ForAll long seed) {
        Case one = Case.of(seed);
        Offers offers = Offers.of(one.state(), one.situation());
        for (Act act : Act.values()) {
            if (!act.isForPeople()) {
                assertThat(offers.contains(act)).as("%s", act).isFalse();
                continue;
            }
            Map<String, List<Command>> ways = ways(act, one);
            if (offers.contains(act)) {
                assertThat(ways.values().stream().flatMap(List::stream).map(one::decide))
                        .as("%s is offered to %s", act, one.situation().actor())
                        .anyMatch(OffersPropertiesTest::isLetThrough);
            }
            ways.forEach((thing, commands) -> assertThat(
                            commands.stream().map(one::decide).anyMatch(OffersPropertiesTest::isLetThrough))
                    .as("%s about %s by %s in %s", act, thing, one.situation().actor(), one.state())
                    .isEqualTo(offers.contains(act, thing) || (thing.equals(NOTHING) && offers.contains(act))));
        }
    }

    /** Whoever may not assign gets no role that somebody else holds, unless it was handed to them; and nobody answers for somebody else. */
    @Property(tries = 3000)
    void nobody_takes_what_somebody_else_holds(@ForAll long seed) {
        Case one = Case.of(seed);
        String self = one.situation().actor().id();
        boolean assigns = one.situation()
                .playbook()
                .permissions()
                .allow(Permissions.ASSIGN, one.situation().actor().roles());
        Stream.of(Act.ASSIGN, Act.ACCEPT_HANDOFF, Act.DECLINE_HANDOFF, Act.HAND_OFF, Act.ACKNOWLEDGE, Act.SEND_UPDATE)
                .flatMap(act -> ways(act, one).values().stream())
                .flatMap(List::stream)
                .forEach(command -> {
                    if (one.decide(command) instanceof Decision.Accepted(List<Event> events)) {
                        events.forEach(event -> check(one, command, event, self, assigns));
                    }
                });
    }

    private static void check(Case one, Command command, Event event, String self, boolean assigns) {
        switch (event) {
            case Event.HandoffAccepted e -> assertThat(e.to()).isEqualTo(self);
            case Event.HandoffDeclined e -> assertThat(e.to()).isEqualTo(self);
            case Event.HandoffOffered e ->
                assertThat(assigns || e.from().isEmpty() || e.from().equals(self))
                        .as("%s by %s", event, self)
                        .isTrue();
            case Event.RoleAssigned(Assignment assignment, String reason)
            when !assigns && !(command instanceof Command.AcceptHandoff) -> {
                String holder = one.state().people().getOrDefault(assignment.role(), self);
                boolean follows = reason.equals("the backup owns it now")
                        || assignment.because().startsWith("stands in");
                assertThat(follows
                                || holder.equals(self)
                                || !assignment.person().equals(self))
                        .as("%s gets %s of %s by %s", self, assignment.role(), holder, command)
                        .isTrue();
                boolean taken = command instanceof Command.Assign
                        && assignment.person().equals(self)
                        && !assignment.role().equals("owner");
                assertThat(taken && one.situation().playbook().isEntitling(assignment.role()))
                        .as("%s takes %s, which entitles", self, assignment.role())
                        .isFalse();
            }
            default -> {
                // Of no interest here.
            }
        }
    }

    @Test
    void chance_offers_every_act_and_keeps_back_every_act() {
        Map<Act, Set<Boolean>> seen = new EnumMap<>(Act.class);
        for (long seed = 0; seed < 1000; seed++) {
            Case one = Case.of(seed);
            Offers offers = Offers.of(one.state(), one.situation());
            Stream.of(Act.values())
                    .forEach(act ->
                            seen.computeIfAbsent(act, key -> new HashSet<>()).add(offers.contains(act)));
        }
        seen.forEach((act, answers) ->
                assertThat(answers).as("%s", act).hasSize(act.isForPeople() && !act.isBeginning() ? 2 : 1));
    }

    /** Neither the one who asks nor the state stands against it, nor is there nothing that it could be about. */
    private static boolean isLetThrough(Decision decision) {
        return !(decision instanceof Decision.Refused refused)
                || (refused.kind() == Decision.RefusalKind.CONTENT
                        && refused.why().startsWith("nobody ")
                        && refused.why().contains("could be found"));
    }

    /** By what it is about, everything worth trying; at least one of them makes sense as far as its content goes. */
    private static Map<String, List<Command>> ways(Act act, Case one) {
        Escalation state = one.state();
        Instant at = one.situation().at();
        return switch (act) {
            case REQUEST -> about(new Command.Request("ESC-9", "Orders fail", "", List.of(), state.assessment(), ""));
            case OPEN -> about(new Command.Open("ESC-9", "Orders fail", "", List.of(), state.assessment(), ""));
            case ACCEPT -> about(new Command.Accept(""));
            case DECLINE -> about(new Command.Decline("no"));
            case ACKNOWLEDGE -> about(new Command.Acknowledge());
            case ASSIGN ->
                about(
                        Stream.concat(
                                Stream.of(Offers.ROUTER),
                                TestPeople.ALL.stream().map(Person::id)),
                        person -> ROUTED.stream()
                                .<Command>map(role -> new Command.Assign(role, person, "so"))
                                .toList());
            case HAND_OFF ->
                about(
                        TestPeople.ALL.stream().map(Person::id),
                        person -> List.of(new Command.HandOff(person, "the disk", "", "call")));
            case ACCEPT_HANDOFF -> about(new Command.AcceptHandoff());
            case DECLINE_HANDOFF -> about(new Command.DeclineHandoff("busy"));
            case RAISE_LEVEL -> about(new Command.RaiseLevel("so"));
            case DE_ESCALATE -> about(new Command.DeEscalate("so"));
            case RETRIAGE ->
                Map.of(
                        NOTHING,
                        Arrays.stream(Severity.values())
                                .<Command>map(severity -> new Command.Retriage(severity, "so"))
                                .toList());
            case PAUSE ->
                about(Stream.of("waiting-on-customer", "lunch"), reason -> List.of(new Command.Pause(reason, "")));
            case RESUME -> about(new Command.Resume(""));
            case ADD_NOTE -> about(new Command.AddNote(false, "a note"));
            case ATTACH_FILE -> about(new Command.AttachFile("A1", "pool.png", "image/png", 12, "", ""));
            case SEND_UPDATE -> about(new Command.SendUpdate("on it", "email"));
            case ASK_DECISION ->
                about(
                        Stream.concat(
                                TestPeople.ALL.stream().map(Person::id),
                                Stream.of("escalation-manager", "specialist-lead", "vp-engineering", "poet")),
                        whom -> List.of(new Command.AskDecision("roll back?", List.of(), whom)));
            case DECIDE ->
                about(
                        Stream.concat(Stream.of(Offers.UNASKED), state.questions().keySet().stream()),
                        id -> Stream.of("yes", PendingDecision.KEEP)
                                .<Command>map(choice -> new Command.Decide(id, "which?", choice, "so"))
                                .toList());
            case RECORD_WORKAROUND -> about(new Command.RecordWorkaround("by phone"));
            case RECORD_ROOT_CAUSE -> about(new Command.RecordRootCause("a disk"));
            case SET_PLAN -> about(new Command.SetPlan(List.of(PlanStep.open("1", "replace it", "", null, "")), ""));
            case VALIDATE_STEP ->
                about(Stream.of("1", "2"), step -> List.of(new Command.ValidateStep(step, true, "seen")));
            case MOVE_PROMISE ->
                about(
                        targets(state),
                        target -> Stream.of(at.plusSeconds(1), at.plus(Duration.ofDays(9)), due(state, target))
                                .<Command>map(due -> new Command.MovePromise(target, due, "so"))
                                .toList());
            case WAIVE_TARGET -> about(targets(state), target -> List.of(new Command.WaiveTarget(target, "so")));
            case CONFIRM_CRITERION ->
                about(criteria(one), criterion -> List.of(new Command.ConfirmCriterion(criterion, "they wrote")));
            case WAIVE_CRITERION ->
                about(criteria(one), criterion -> List.of(new Command.WaiveCriterion(criterion, "so")));
            case RESOLVE -> about(new Command.Resolve("flows"));
            case REOPEN -> about(new Command.Reopen("again"));
            case CLOSE -> Map.of(NOTHING, List.of(new Command.Close(""), new Command.Close("done")));
            case MERGE -> about(new Command.Merge("ESC-2"));
            case REASSESS, ABSORB, ATTACH_TICKET, SEE_TICKET, HEAR_CUSTOMER, STRIKE ->
                throw new IllegalArgumentException("nobody asks for " + act);
        };
    }

    private static Stream<String> targets(Escalation state) {
        return Stream.concat(Stream.of("nothing"), state.clocks().keySet().stream());
    }

    private static Instant due(Escalation state, String target) {
        TargetClock clock = state.clocks().get(target);
        return clock == null ? Instant.EPOCH : clock.due();
    }

    private static Stream<String> criteria(Case one) {
        return one.situation().playbook().exit().criteria().stream().map(Exit.ExitCriterion::name);
    }

    private static Map<String, List<Command>> about(Command command) {
        return Map.of(NOTHING, List.of(command));
    }

    private static Map<String, List<Command>> about(
            Stream<String> things, java.util.function.Function<String, List<Command>> ways) {
        Map<String, List<Command>> about = new LinkedHashMap<>();
        things.forEach(thing -> about.put(thing, ways.apply(thing)));
        return about;
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static Set<String> some(Random random, List<String> values) {
        Set<String> some = new LinkedHashSet<>();
        for (String value : values) {
            if (random.nextInt(4) == 0) {
                some.add(value);
            }
        }
        return some;
    }

    /** The same playbook with permissions that chance gave away. */
    private static Playbook permitting(Playbook playbook, Random random) {
        Map<String, Set<String>> roles = new LinkedHashMap<>();
        PERMISSIONS.forEach(permission -> roles.put(permission, some(random, ROLES)));
        try {
            RecordComponent[] parts = Playbook.class.getRecordComponents();
            Object[] values = new Object[parts.length];
            for (int i = 0; i < parts.length; i++) {
                values[i] = parts[i].getType() == Permissions.class
                        ? new Permissions(roles)
                        : parts[i].getAccessor().invoke(playbook);
            }
            return Playbook.class
                    .getConstructor(
                            Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
