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
 * What would happen now, found out without doing it: decided by the same functions on what is there, and written nowhere. Nothing is
 * locked, so what comes in between may make it different.
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
     * One command and what would come of it.
     *
     * @param key of the escalation; {@link #NEW} for one that would begin
     * @param command its word
     * @param refused why it would not be accepted; empty: it would be
     * @param told who would be told, each once
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
     * Somebody who would be told.
     *
     * @param customer whether they are of the account, and not one of us
     * @param because why, in the words of the first message
     */
    public record PlannedRecipient(String name, boolean customer, String because) {}

    /** A trigger that listens to such a signal and would not fire, and why. */
    public record UnfiredTrigger(String trigger, String why) {}

    /**
     * What a signal would do.
     *
     * @param playbook the version in force
     * @param scenes in order; none: it would do nothing
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

    /** What a person's word would begin. */
    public RehearsalStep begin(Actor actor, String account, Escalations.OpeningCommand command) {
        return play(NEW, command.keyed(NEW), situations.ofNew(account, actor), new HashMap<>());
    }

    /**
     * What would come of something that a person asks of an escalation.
     *
     * @throws NoSuchEscalation when there is none of that key
     */
    public RehearsalStep act(String key, Actor actor, Command command) {
        Escalation state = escalations
                .find(key)
                .orElseThrow(() -> new NoSuchEscalation(key))
                .state();
        return play(key, command, situations.of(state, actor), new HashMap<>(Map.of(key, state)));
    }

    /**
     * What a signal of a known account would do, did it come now.
     *
     * @param first whether it was not heard yet; one that was heard is in its ticket already
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
