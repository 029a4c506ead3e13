package dev.bellrope.app.foresight;

import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.NoSuchEscalation;
import dev.bellrope.app.escalations.Situations;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.account.Contact;
import dev.bellrope.core.engine.Step;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.escalation.rule.SignalRules;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.message.Recipient;
import dev.bellrope.core.playbook.Triage;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.signal.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Rehearses commands and signals: the same functions decide on the current data, but nothing is written. Nothing is
 * locked, so events in between may change the outcome.
 */
@Component
public class Rehearsal {
    /** Stands for the key that a new escalation would get. */
    public static final String NEW = "ESC-0";

    private final Situations situations;
    private final Escalations escalations;

    Rehearsal(Situations situations, Escalations escalations) {
        this.situations = situations;
        this.escalations = escalations;
    }

    /**
     * One command and its outcome.
     *
     * @param key the key of the escalation; {@link #NEW} for a new one
     * @param command its word
     * @param refused why it would be refused; empty if it would be accepted
     * @param told who would be notified, each once
     */
    public record RehearsalStep(
            String key, String command, String refused, List<Event> events, List<PlannedRecipient> told) {
        public RehearsalStep {
            events = List.copyOf(events);
            told = List.copyOf(told);
        }

        public boolean isBeginning() {
            return key.equals(NEW);
        }
    }

    /**
     * Somebody who would be notified.
     *
     * @param customer whether they belong to the account, and not to us
     * @param because the reason, in the words of the first message
     */
    public record PlannedRecipient(String name, boolean customer, String because) {}

    /** A trigger that listens to such a signal but would not fire, and why. */
    public record UnfiredTrigger(String trigger, String why) {}

    /**
     * What a signal would do.
     *
     * @param playbook the version in force
     * @param scenes the steps in order; empty if it would do nothing
     * @param fired the triggers that would fire
     */
    public record RehearsedSignal(
            String playbook, Instant at, List<RehearsalStep> scenes, List<String> fired, List<UnfiredTrigger> silent) {
        public RehearsedSignal {
            scenes = List.copyOf(scenes);
            fired = List.copyOf(fired);
            silent = List.copyOf(silent);
        }
    }

    /** Rehearses the command with which a person begins an escalation. */
    public RehearsalStep begin(Actor actor, String account, Escalations.OpeningCommand command) {
        return play(NEW, command.keyed(NEW), situations.ofNew(account, actor), new HashMap<>());
    }

    /**
     * Rehearses a person's command on an escalation.
     *
     * @throws NoSuchEscalation when there is no escalation with the key
     */
    public RehearsalStep act(String key, Actor actor, Command command) {
        Escalation state = escalations
                .find(key)
                .orElseThrow(() -> new NoSuchEscalation(key))
                .state();
        return play(key, command, situations.of(state, actor), new HashMap<>(Map.of(key, state)));
    }

    /**
     * Rehearses a signal of a known account as if it came now.
     *
     * @param first whether the signal is new; the ticket already includes one that was heard before
     */
    public RehearsedSignal hear(Signal signal, boolean first) {
        SignalRules.SignalContext context = situations.ofSignal(signal, first);
        Map<String, Escalation> states = new LinkedHashMap<>();
        context.escalations().forEach(state -> states.put(state.key(), state));
        SignalRules.SignalOutcome heard = SignalRules.hear(signal, context);
        List<RehearsalStep> scenes = new ArrayList<>();
        for (SignalRules.DirectedCommand directed : heard.commands()) {
            SignalRules.DirectedCommand keyed = directed.isBeginning() ? directed.keyed(NEW) : directed;
            Escalation before = states.get(keyed.key());
            Situation situation =
                    before == null ? situations.ofNew(signal.account(), keyed.by()) : situations.of(before, keyed.by());
            scenes.add(play(keyed.key(), keyed.command(), situation, states));
        }
        Triage.TriageVerdict verdict = heard.verdict();
        return new RehearsedSignal(
                context.playbook().version(),
                context.at(),
                scenes,
                verdict.fired(),
                verdict.silent().stream()
                        .map(one -> new UnfiredTrigger(one.trigger(), one.why()))
                        .toList());
    }

    private static RehearsalStep play(
            String key, Command command, Situation situation, Map<String, Escalation> states) {
        return switch (Step.take(states.get(key), 0, command, situation)) {
            case Step.Rejected(Decision.Refused refusal) ->
                new RehearsalStep(key, command.word(), refusal.why(), List.of(), List.of());
            case Step.Taken taken -> {
                states.put(key, taken.after());
                yield new RehearsalStep(key, command.word(), "", taken.events(), told(taken.messages(), situation));
            }
        };
    }

    private static List<PlannedRecipient> told(List<Message> messages, Situation situation) {
        Map<Recipient, PlannedRecipient> told = new LinkedHashMap<>();
        for (Message message : messages) {
            told.computeIfAbsent(message.to(), to -> switch (to) {
                case Recipient.Colleague(String id) ->
                    new PlannedRecipient(
                            situation.roster().find(id).map(Person::name).orElse(id), false, message.because());
                case Recipient.Customer(String ignored, String id) ->
                    new PlannedRecipient(contact(situation.account(), id), true, message.because());
            });
        }
        return List.copyOf(told.values());
    }

    private static String contact(Account account, String id) {
        return account.contacts().stream()
                .filter(one -> one.id().equals(id))
                .map(Contact::name)
                .findFirst()
                .orElse(id);
    }
}
