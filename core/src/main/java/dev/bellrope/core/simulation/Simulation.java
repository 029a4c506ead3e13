package dev.bellrope.core.simulation;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.engine.Step;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Alarm;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.escalation.rule.SignalRules;
import dev.bellrope.core.insight.Measures;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.routing.Roster;
import dev.bellrope.core.signal.Signal;
import dev.bellrope.core.ticket.Ticket;
import dev.bellrope.core.ticket.TicketTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs the engine in virtual time: the same decisions as live, over a log or a script. Time only moves when it is told
 * to; between two instants, everything due strikes once, in order.
 *
 * <p>Not thread-safe. The same calls always give exactly the same events and messages.
 */
public final class Simulation {
    private final Playbook playbook;
    private final Function<String, Account> accounts;
    private final SimulationListener listener;
    private final Crew crew;
    private final Set<String> peopleIds;
    private final Measures measures = new Measures();
    private final Map<String, Ticket> tickets = new HashMap<>();
    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final Map<String, Set<Run>> openByAccount = new HashMap<>();
    private final Map<String, List<Run>> runsByTicket = new HashMap<>();
    private final RecentOpenings openings = new RecentOpenings();
    private final boolean strikes;
    private final PriorityQueue<DueStrike> due = new PriorityQueue<>(DueStrike::compare);
    private long order;
    private Instant now = Instant.MIN;

    /** Hears of everything that happens in a simulation. */
    public interface SimulationListener {
        /** Receives an event of an escalation. */
        default void happened(Instant at, String key, Event event) {}

        /** Receives a message that would be sent. */
        default void said(Message message) {}

        /** Receives the refusal of a command. */
        default void refused(Instant at, String key, Command command, Decision.Refused refusal) {}
    }

    private static final class Run {
        private final String key;
        private Escalation state;
        private long sequence;
        private List<Alarm> armed = List.of();

        private Run(String key, Escalation state) {
            this.key = key;
            this.state = state;
        }
    }

    /**
     * Creates a simulation in which nothing has happened yet.
     *
     * @param people everybody on the roster
     * @param accounts finds the account for an id
     */
    public Simulation(
            Playbook playbook, List<Person> people, Function<String, Account> accounts, SimulationListener listener) {
        this(playbook, people, accounts, listener, true);
    }

    private Simulation(
            Playbook playbook,
            List<Person> people,
            Function<String, Account> accounts,
            SimulationListener listener,
            boolean strikes) {
        this.strikes = strikes;
        this.playbook = playbook;
        this.accounts = accounts;
        this.listener = listener;
        crew = new Crew(people);
        peopleIds = people.stream().map(Person::id).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns every escalation that the signals would begin, in order. The escalations' own promises never become due,
     * so that thousands of signals are quick.
     */
    public static List<Escalation> beginnings(
            Playbook playbook, List<Person> people, Function<String, Account> accounts, List<Signal> signals) {
        Simulation simulation = new Simulation(playbook, people, accounts, new SimulationListener() {}, false);
        signals.forEach(simulation::hear);
        return simulation.escalations();
    }

    /** Returns the measures so far. */
    public Measures measures() {
        return measures;
    }

    /** Returns every escalation, in the order in which they began. */
    public List<Escalation> escalations() {
        return runs.values().stream().map(run -> run.state).toList();
    }

    /** Finds the escalation with this key. */
    public Optional<Escalation> find(String key) {
        return Optional.ofNullable(runs.get(key)).map(run -> run.state);
    }

    /** Returns the roster with the loads so far, for an account. */
    public Roster roster(String account) {
        return crew.roster(account);
    }

    /** Lets time pass: everything due up to and including that instant strikes, in order. */
    public void tick(Instant until) {
        while (!due.isEmpty() && !due.peek().at().isAfter(until)) {
            DueStrike next = Objects.requireNonNull(due.poll());
            now = next.at().isAfter(now) ? next.at() : now; // what was overdue when it was armed strikes at once
            switch (next) {
                case DueStrike.OfTicket strike -> strike(strike);
                case DueStrike.OfEscalation alarm -> strike(alarm);
            }
        }
        now = until.isAfter(now) ? until : now;
    }

    /** Hears a signal at its instant, after everything due before has struck. */
    public SignalRules.SignalOutcome hear(Signal signal) {
        tick(signal.at());
        if (signal.isAboutTicket()) {
            keep(Ticket.after(tickets.get(signal.ticket()), signal, terms(signal.account())));
        }
        return heard(signal);
    }

    /** Lets an actor act, after everything due before has struck. */
    public Decision act(Instant at, String key, Actor actor, Command command) {
        tick(at);
        return decide(key, actor, command);
    }

    /**
     * Lets an actor begin an escalation, with {@link Command.Open} or {@link Command.Request}, under a key that is not
     * yet taken.
     */
    public Decision begin(Instant at, String key, String account, Actor actor, Command command) {
        tick(at);
        return decide(key, actor, command, accounts.apply(account));
    }

    private SignalRules.SignalOutcome heard(Signal signal) {
        Account account = accounts.apply(signal.account());
        List<Run> covering = runsByTicket.getOrDefault(signal.ticket(), List.of());
        List<Escalation> known = new ArrayList<>();
        covering.forEach(run -> known.add(run.state));
        for (Run run : openByAccount.getOrDefault(signal.account(), Set.of())) {
            if (!covering.contains(run)) {
                known.add(run.state);
            }
        }
        Ticket ticket = signal.isAboutTicket() ? tickets.get(signal.ticket()) : null;
        SignalRules.SignalOutcome heard = SignalRules.hear(
                signal,
                new SignalRules.SignalContext(
                        ticket, account, known, playbook, peopleIds, () -> openings.inHourBefore(now), now));
        for (SignalRules.DirectedCommand directed : heard.commands()) {
            SignalRules.DirectedCommand keyed =
                    directed.isBeginning() ? directed.keyed("ESC-" + (runs.size() + 1)) : directed;
            decide(keyed.key(), keyed.by(), keyed.command(), account);
        }
        return heard;
    }

    private Decision decide(String key, Actor actor, Command command) {
        Run run = runs.get(key);
        return decide(key, actor, command, accounts.apply(run == null ? "" : run.state.account()));
    }

    private Decision decide(String key, Actor actor, Command command, Account account) {
        Run run = runs.get(key);
        Escalation before = run == null ? null : run.state;
        Situation situation = new Situation(now, actor, playbook, account, crew.roster(account.id()));
        return switch (Step.take(before, run == null ? 0 : run.sequence, command, situation)) {
            case Step.Taken taken -> {
                keep(key, run, taken);
                yield new Decision.Accepted(taken.events());
            }
            case Step.Rejected(Decision.Refused refusal) -> {
                listener.refused(now, key, command, refusal);
                yield refusal;
            }
        };
    }

    private void keep(String key, @Nullable Run run, Step.Taken taken) {
        if (taken.events().isEmpty()) {
            return;
        }
        Escalation before = run == null ? null : run.state;
        Escalation after = taken.after();
        Run kept = run == null ? begin(key, after) : run;
        kept.sequence = taken.sequence();
        kept.state = after;
        crew.follow(before, after);
        index(kept, before, after);
        for (Event event : taken.events()) {
            measures.add(key, now, event);
            if (event instanceof Event.Opened && taken.situation().actor().isSystem()) {
                openings.add(now);
            }
            listener.happened(now, key, event);
        }
        taken.messages().forEach(listener::said);
        arm(kept, strikes ? taken.alarms() : List.of());
    }

    private Run begin(String key, Escalation state) {
        Run run = new Run(key, state);
        runs.put(key, run);
        return run;
    }

    private void index(Run run, @Nullable Escalation before, Escalation after) {
        for (String ticket : after.tickets().keySet()) {
            if (before == null || !before.tickets().containsKey(ticket)) {
                runsByTicket.computeIfAbsent(ticket, id -> new ArrayList<>()).add(run);
            }
        }
        Set<Run> open = openByAccount.computeIfAbsent(after.account(), id -> new LinkedHashSet<>());
        if (after.status().isOver()) {
            open.remove(run);
        } else {
            open.add(run);
        }
    }

    private void arm(Run run, List<Alarm> armed) {
        for (Alarm alarm : armed) {
            if (!run.armed.contains(alarm)) {
                due.add(new DueStrike.OfEscalation(alarm.at(), order++, run.key));
            }
        }
        run.armed = armed;
    }

    private void keep(Ticket ticket) {
        Ticket before = tickets.put(ticket.id(), ticket);
        List<TargetClock.ClockStrike> armed = before == null ? List.of() : before.strikes();
        for (TargetClock.ClockStrike strike : ticket.strikes()) {
            if (!armed.contains(strike)) {
                due.add(new DueStrike.OfTicket(strike.at(), order++, ticket.id(), strike));
            }
        }
    }

    /**
     * Lets the first of an escalation's alarms that are due strike, in their order rather than the order in which they
     * were armed.
     */
    private void strike(DueStrike.OfEscalation due) {
        Run run = Objects.requireNonNull(runs.get(due.key()));
        run.armed.stream()
                .filter(alarm -> !alarm.at().isAfter(due.at()))
                .min(Alarm.ORDER)
                .ifPresent(alarm -> {
                    decide(due.key(), Actor.SYSTEM, new Command.Strike(alarm));
                    // An alarm that did nothing is still armed, but must not strike again.
                    run.armed = run.armed.stream()
                            .filter(other -> !other.equals(alarm))
                            .toList();
                });
    }

    private void strike(DueStrike.OfTicket strike) {
        Ticket ticket = tickets.get(strike.ticket());
        if (ticket == null || !ticket.strikes().contains(strike.strike())) {
            return;
        }
        ticket.strike(strike.strike(), now, terms(ticket.account())).ifPresent(struck -> {
            keep(struck.ticket());
            heard(struck.noticed());
        });
    }

    private TicketTerms terms(String account) {
        return TicketTerms.of(accounts.apply(account), playbook);
    }
}
