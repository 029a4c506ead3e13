package dev.bellrope.core.escalation.rule;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.escalation.Act;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.fact.Facts;
import dev.bellrope.core.fact.Reason;
import dev.bellrope.core.playbook.Assessment;
import dev.bellrope.core.playbook.HeardAct;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.TargetRule;
import dev.bellrope.core.playbook.Triage;
import dev.bellrope.core.playbook.Trigger;
import dev.bellrope.core.signal.Signal;
import dev.bellrope.core.signal.SignalKind;
import dev.bellrope.core.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a signal means for the escalations that cover its ticket, and whether it starts a new one.
 *
 * <p>A signal that fires a trigger joins an escalation of the account that already covers its ticket, or one of the
 * last {@value #HOURS_OF_ONE_TROUBLE} hours with the same route; otherwise it starts a new one. So a storm of signals
 * from one account becomes one escalation rather than a thousand, while last month's trouble does not hide today's.
 */
public final class SignalRules {
    private static final Duration STALE = Duration.ofHours(24);

    static final int HOURS_OF_ONE_TROUBLE = 24;

    private static final String OPENINGS = "guardrails.openings-per-hour";

    private SignalRules() {}

    /**
     * A command and the escalation it is for.
     *
     * @param key the escalation's key; empty for a new one, whose key the caller assigns
     * @param by the actor
     */
    public record DirectedCommand(String key, Actor by, Command command) {
        /** Returns whether it starts a new escalation. */
        public boolean isBeginning() {
            return key.isEmpty();
        }

        /** Returns the command with the key of the new escalation. */
        public DirectedCommand keyed(String newKey) {
            Command keyed = switch (command) {
                case Command.Open c ->
                    new Command.Open(newKey, c.title(), c.impactNote(), c.tickets(), c.assessment(), c.signal());
                case Command.Request c ->
                    new Command.Request(newKey, c.title(), c.impactNote(), c.tickets(), c.assessment(), c.signal());
                default -> command;
            };
            return new DirectedCommand(newKey, by, keyed);
        }
    }

    /**
     * The outcome of a signal.
     *
     * @param commands in order
     * @param verdict which triggers fired and which did not, and why
     */
    public record SignalOutcome(List<DirectedCommand> commands, Triage.TriageVerdict verdict) {
        public SignalOutcome {
            commands = List.copyOf(commands);
        }
    }

    /**
     * What is known when a signal arrives.
     *
     * @param ticket the ticket after the signal; null if the signal is not about one
     * @param account the account of the signal
     * @param escalations the account's escalations that are not over, and any that covers the ticket
     * @param playbook the version in force
     * @param people the ids of everybody on the roster
     * @param opened how many escalations this playbook opened by itself in the past hour; asked only if another one
     *     would open
     * @param at the current instant
     */
    public record SignalContext(
            @Nullable Ticket ticket,
            Account account,
            List<Escalation> escalations,
            Playbook playbook,
            Set<String> people,
            IntSupplier opened,
            Instant at) {
        public SignalContext {
            escalations = List.copyOf(escalations);
        }
    }

    /** Decides what follows from a signal. */
    public static SignalOutcome hear(Signal signal, SignalContext context) {
        List<DirectedCommand> commands = new ArrayList<>();
        List<Escalation> covering = covering(signal, context.escalations());
        for (Escalation escalation : covering) {
            follow(signal, escalation, context, commands);
        }
        Triage.TriageVerdict verdict = Triage.judge(
                context.playbook(), facts(signal, context), context.account(), signal.kind(), context.at());
        Assessment assessment = verdict.assessment();
        if (assessment != null) {
            begin(signal, assessment, covering, context, commands);
        }
        return new SignalOutcome(commands, verdict);
    }

    /**
     * Returns whether a signal is more than 24 hours old at an instant. Such a signal is recorded but starts nothing,
     * so that nobody is told of last year's trouble (T57).
     */
    public static boolean isStale(Signal signal, Instant now) {
        return signal.at().isBefore(now.minus(STALE));
    }

    /** Returns whether an escalation waits as a request only because too many had opened by themselves. */
    public static boolean isHeld(Escalation escalation) {
        return escalation.times().opened() == null
                && escalation.assessment().reasons().stream()
                        .anyMatch(reason -> reason.rule().equals(OPENINGS));
    }

    /** Returns the facts about a signal for the playbook's conditions. */
    public static Facts facts(Signal signal, SignalContext context) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("signal", signal.asFacts());
        Ticket ticket = context.ticket();
        if (ticket != null) {
            facts.put("ticket", ticket.asFacts());
        }
        facts.put("account", context.account().asFacts());
        if (signal.data().get("target") instanceof String target) {
            Map<String, Object> known = new LinkedHashMap<>();
            known.put("name", target);
            for (String name : List.of("percent", "missed_count")) {
                Object value = signal.data().get(name);
                if (value != null) {
                    known.put(name, value);
                }
            }
            facts.put("target", known);
        }
        facts.put("now", context.at());
        return new Facts(facts);
    }

    private static List<Escalation> covering(Signal signal, List<Escalation> escalations) {
        List<Escalation> covering = new ArrayList<>();
        if (signal.isAboutTicket()) {
            for (Escalation escalation : escalations) {
                boolean gone = escalation.status() == Status.DECLINED || escalation.status() == Status.MERGED;
                if (!gone && escalation.tickets().containsKey(signal.ticket())) {
                    covering.add(escalation);
                }
            }
        }
        return covering;
    }

    /** Adds the commands for an escalation that covers the signal's ticket. */
    private static void follow(
            Signal signal, Escalation escalation, SignalContext context, List<DirectedCommand> commands) {
        String key = escalation.key();
        Ticket ticket = context.ticket();
        if (ticket != null
                && !ticket.isDone() == Boolean.TRUE.equals(escalation.tickets().get(signal.ticket()))) {
            commands.add(
                    new DirectedCommand(key, Actor.SYSTEM, new Command.SeeTicket(signal.ticket(), ticket.isDone())));
        }
        if (signal.kind().equals(SignalKind.TICKET_CUSTOMER_MESSAGE)) {
            commands.add(new DirectedCommand(key, Actor.SYSTEM, new Command.HearCustomer(signal.id(), words(signal))));
        }
        Actor by = actor(signal, context.people());
        Set<HeardAct> acts = context.playbook().communication().actsOf(signal.kind());
        Arrays.stream(HeardAct.values())
                .filter(acts::contains)
                .flatMap(act -> counted(act, signal, escalation).stream())
                .map(command -> new DirectedCommand(key, by, command))
                .forEach(commands::add);
    }

    /** Returns the command for an act that a signal counts as; empty if it would change nothing. */
    private static Optional<Command> counted(HeardAct act, Signal signal, Escalation escalation) {
        Status status = escalation.status();
        boolean active = status == Status.ACTIVE;
        @Nullable Command command = switch (act) {
            case ACKNOWLEDGE ->
                active && escalation.findOpenClock(TargetRule.ACKNOWLEDGE).isPresent()
                        ? new Command.Acknowledge()
                        : null;
            case UPDATE ->
                active || status == Status.RESOLVED ? new Command.SendUpdate(words(signal), "helpdesk") : null;
            case RESOLVE -> active && isLast(signal, escalation) ? new Command.Resolve(words(signal)) : null;
            case REOPEN -> Act.REOPEN.isAllowedIn(status) ? new Command.Reopen(words(signal)) : null;
        };
        return Optional.ofNullable(command);
    }

    /** Returns whether every other ticket that the escalation covers is done. */
    private static boolean isLast(Signal signal, Escalation escalation) {
        return escalation.tickets().entrySet().stream()
                .allMatch(ticket -> ticket.getValue() || ticket.getKey().equals(signal.ticket()));
    }

    private static void begin(
            Signal signal,
            Assessment assessment,
            List<Escalation> covering,
            SignalContext context,
            List<DirectedCommand> commands) {
        Optional<Escalation> joined = join(assessment, covering, context);
        if (joined.isPresent()) {
            grow(signal, assessment, joined.get(), commands);
            return;
        }
        boolean asks = context.playbook()
                .findTrigger(assessment.trigger())
                .map(Trigger::isRequest)
                .orElse(false);
        int most = context.playbook().guardrails().openingsPerHour();
        boolean full = !asks && most > 0 && context.opened().getAsInt() >= most;
        Assessment judged = full
                ? assessment.also(Reason.of(
                        OPENINGS,
                        "as many escalations opened by themselves in an hour as may, which is " + most
                                + "; it waits for somebody to accept it"))
                : assessment;
        String impact = signal.text("impact");
        List<String> tickets = signal.isAboutTicket() ? List.of(signal.ticket()) : List.of();
        commands.add(new DirectedCommand(
                "",
                Actor.SYSTEM,
                asks || full
                        ? new Command.Request("", title(signal, context), impact, tickets, judged, signal.id())
                        : new Command.Open("", title(signal, context), impact, tickets, judged, signal.id())));
    }

    private static Optional<Escalation> join(Assessment assessment, List<Escalation> covering, SignalContext context) {
        return covering.stream()
                .filter(escalation -> !escalation.status().isOver())
                .findFirst()
                .or(() -> context.escalations().stream()
                        .filter(escalation ->
                                escalation.status() == Status.ACTIVE || escalation.status() == Status.REQUESTED)
                        .filter(escalation -> escalation.assessment().route().equals(assessment.route()))
                        .filter(escalation -> isRecent(escalation, context.at()))
                        .findFirst());
    }

    private static boolean isRecent(Escalation escalation, Instant at) {
        Instant opened = escalation.times().opened();
        Instant begun = opened == null ? escalation.times().requested() : opened;
        return begun != null && begun.isAfter(at.minus(HOURS_OF_ONE_TROUBLE, ChronoUnit.HOURS));
    }

    private static void grow(
            Signal signal, Assessment assessment, Escalation escalation, List<DirectedCommand> commands) {
        String key = escalation.key();
        if (signal.isAboutTicket() && !escalation.tickets().containsKey(signal.ticket())) {
            commands.add(new DirectedCommand(
                    key, Actor.SYSTEM, new Command.AttachTicket(signal.ticket(), signal.id(), assessment.trigger())));
        }
        boolean stepsBack = escalation.status() == Status.RESOLVED || escalation.status() == Status.WATCH;
        if (stepsBack && commands.stream().noneMatch(directed -> directed.command() instanceof Command.Reopen)) {
            commands.add(new DirectedCommand(key, Actor.SYSTEM, new Command.Reopen(words(signal))));
        }
        if (assessment.severity().isWorseThan(escalation.severity())) {
            commands.add(new DirectedCommand(key, Actor.SYSTEM, new Command.Reassess(assessment, signal.id())));
        }
    }

    /** Returns the actor of a signal: the colleague whom the source names, if they are on the roster. */
    private static Actor actor(Signal signal, Set<String> people) {
        String by = signal.text("by");
        return people.contains(by) ? new Actor(by, by, Actor.SYSTEM.roles()) : Actor.SYSTEM;
    }

    /**
     * Returns the title: the ticket's summary if the signal was noticed in Bellrope or has no summary, else the
     * signal's own.
     */
    private static String title(Signal signal, SignalContext context) {
        Ticket ticket = context.ticket();
        boolean ask = signal.summary().isBlank() || signal.source().equals(Ticket.NOTICED_HERE);
        return ask && ticket != null && ticket.facts().get("summary") instanceof String summary && !summary.isBlank()
                ? summary
                : words(signal);
    }

    private static String words(Signal signal) {
        return signal.summary().isBlank() ? signal.kind() + " on " + signal.ticket() : signal.summary();
    }
}
