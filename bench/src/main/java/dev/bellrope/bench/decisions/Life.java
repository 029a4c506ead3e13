package dev.bellrope.bench.decisions;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.account.Contact;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.engine.Step;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Alarm;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.PlanStep;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.escalation.rule.SignalRules;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.routing.Roster;
import dev.bellrope.core.signal.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** An escalation of the baseline playbook, with fifty people around it, as old as is asked for. */
final class Life {
    private static final Instant START = Instant.parse("2026-03-06T15:30:00Z");
    private static final Actor BOSS = new Actor("manager1", "Manager 1", Set.of("agent", "manager", "executive"));

    private final Playbook playbook = Objects.requireNonNull(
            new PlaybookReader().read(PlaybookReader.baseline(), "baseline@1").playbook());
    private final Account account = new Account(
            "acme",
            "ACME",
            "premium",
            "EU",
            Map.of("lifetime_value", 400_000.0, "strategic_importance", 3L, "risk", 40L),
            List.of(new Contact("joe", "Joe", "joe@acme.example", "email", "en", "Europe/Prague")),
            Map.of("csm", "manager1"));
    private final Roster roster = new Roster(people(), Map.of(), Map.of());
    private Step.Taken last;
    private Instant at = START;

    /** Lives until it has so many events. */
    Life(int history) {
        Signal outage = new Signal(
                "bench",
                "1",
                "slo.missed",
                START,
                "acme",
                "",
                "Checkout fails for some",
                Map.of("share_of_users", 0.05));
        Set<String> ids = people().stream().map(Person::id).collect(Collectors.toSet());
        SignalRules.DirectedCommand begins = SignalRules.hear(
                        outage, new SignalRules.SignalContext(null, account, List.of(), playbook, ids, () -> 0, START))
                .commands()
                .getFirst();
        last = taken(Step.take(null, 0, begins.keyed("ESC-1001").command(), situation(begins.by(), START)));
        act(new Command.Acknowledge());
        act(new Command.SetPlan(
                List.of(
                        PlanStep.open("1", "Raise the limit of the pool", "", null, "nobody waits for an hour"),
                        PlanStep.open("2", "Mend the leak", "", null, "the count stays level for a day")),
                "Go back to the version before"));
        for (int line = 1; last.sequence() < history; line++) {
            act(line % 2 == 0 ? update() : note());
        }
    }

    private static List<Person> people() {
        List<Person> people = new ArrayList<>();
        for (int number = 1; number <= 50; number++) {
            people.add(person("engineer" + number, "platform", "engineering", Set.of(), Set.of("kubernetes")));
        }
        people.add(person("manager1", "office", "support", Set.of("escalation-manager"), Set.of()));
        people.add(person("executive", "office", "product", Set.of("vp-engineering", "vp-customer"), Set.of()));
        return people;
    }

    private static Person person(String id, String team, String function, Set<String> duties, Set<String> skills) {
        return new Person(
                id, id, id + "@us.example", team, function, duties, skills, 4, WorkingCalendar.always(), "", List.of());
    }

    static Command note() {
        return new Command.AddNote(false, "The count of connections is level again.");
    }

    static Command update() {
        return new Command.SendUpdate("Half of the nodes are mended; the rest follows tonight.", "email");
    }

    /** The next clock, at its time. */
    Alarm next() {
        return last.alarms().stream().min(Alarm.ORDER).orElseThrow();
    }

    private void act(Command command) {
        at = at.plusSeconds(1);
        last = step(command, BOSS, at);
    }

    /** What a step gives; all of it is used, so that nothing is left out by the compiler. */
    record Taken(Escalation after, int happened, List<Alarm> alarms, List<Message> messages) {}

    /** One step on the escalation as it is: the command by somebody who may do everything. */
    Taken take(Command command) {
        return take(command, BOSS, at.plusSeconds(1));
    }

    Taken strike(Alarm alarm) {
        return take(new Command.Strike(alarm), Actor.SYSTEM, alarm.at());
    }

    private Taken take(Command command, Actor by, Instant when) {
        Step.Taken step = step(command, by, when);
        return new Taken(step.after(), step.events().size(), step.alarms(), step.messages());
    }

    private Step.Taken step(Command command, Actor by, Instant when) {
        return taken(Step.take(last.after(), last.sequence(), command, situation(by, when)));
    }

    private Situation situation(Actor by, Instant when) {
        return new Situation(when, by, playbook, account, roster);
    }

    private static Step.Taken taken(Step step) {
        return switch (step) {
            case Step.Taken taken -> taken;
            case Step.Rejected(Decision.Refused refusal) -> throw new IllegalStateException(refusal.why());
        };
    }
}
