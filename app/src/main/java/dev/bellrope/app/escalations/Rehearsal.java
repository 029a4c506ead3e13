package dev.bellrope.app.escalations;

import dev.bellrope.app.directory.Directory;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.account.Contact;
import dev.bellrope.core.engine.Step;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Hearing;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.message.Recipient;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.Triage;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.routing.Roster;
import dev.bellrope.core.signal.Signal;
import java.time.Clock;
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

    private final HearingNow hearing;
    private final EscalationTable escalations;
    private final Ledger ledger;
    private final Directory directory;
    private final Clock clock;

    Rehearsal(HearingNow hearing, EscalationTable escalations, Ledger ledger, Directory directory, Clock clock) {
        this.hearing = hearing;
        this.escalations = escalations;
        this.ledger = ledger;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * One command and what would come of it.
     *
     * @param key of the escalation; {@link #NEW} for one that would begin
     * @param command its word
     * @param refused why it would not be accepted; empty: it would be
     * @param told who would be told, each once
     */
    public record Scene(String key, String command, String refused, List<Event> events, List<Told> told) {
        public Scene {
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
    public record Told(String name, boolean customer, String because) {}

    /** A trigger that listens to such a signal and would not fire, and why. */
    public record Silent(String trigger, String why) {}

    /**
     * What a signal would do.
     *
     * @param playbook the version in force
     * @param scenes in order; none: it would do nothing
     * @param fired the triggers that would fire
     */
    public record Heard(String playbook, Instant at, List<Scene> scenes, List<String> fired, List<Silent> silent) {
        public Heard {
            scenes = List.copyOf(scenes);
            fired = List.copyOf(fired);
            silent = List.copyOf(silent);
        }
    }

    /** What a person's word would begin. */
    public Scene begin(Actor actor, String account, Escalations.BeginWith command) {
        return play(NEW, actor, command.keyed(NEW), ledger.account(account), ledger.playbookInForce(), new HashMap<>());
    }

    /**
     * What would come of something that a person asks of an escalation.
     *
     * @throws NoSuchEscalation when there is none of that key
     */
    public Scene act(String key, Actor actor, Command command) {
        Escalation state = escalations
                .find(key)
                .orElseThrow(() -> new NoSuchEscalation(key))
                .state();
        return play(
                key,
                actor,
                command,
                ledger.account(state.account()),
                ledger.playbookInForce(),
                new HashMap<>(Map.of(key, state)));
    }

    /** Everything outside an escalation that a decision on it would look at now; what people carry is counted when it is asked for. */
    public Situation situation(Escalation state, Actor actor) {
        return situation(actor, ledger.account(state.account()), ledger.playbookOf(state));
    }

    /**
     * What a signal of a known account would do, did it come now.
     *
     * @param first whether it was not heard yet; one that was heard is in its ticket already
     */
    public Heard hear(Signal signal, boolean first) {
        Hearing.Context context = hearing.of(signal, first);
        Map<String, Escalation> states = new LinkedHashMap<>();
        context.escalations().forEach(state -> states.put(state.key(), state));
        Hearing.Heard heard = Hearing.hear(signal, context);
        List<Scene> scenes = new ArrayList<>();
        for (Hearing.Directed directed : heard.commands()) {
            Hearing.Directed keyed = directed.isBeginning() ? directed.keyed(NEW) : directed;
            scenes.add(play(keyed.key(), keyed.by(), keyed.command(), context.account(), context.playbook(), states));
        }
        Triage.Verdict verdict = heard.verdict();
        return new Heard(
                context.playbook().version(),
                context.at(),
                scenes,
                verdict.fired(),
                verdict.silent().stream()
                        .map(one -> new Silent(one.trigger(), one.why()))
                        .toList());
    }

    private Scene play(
            String key,
            Actor actor,
            Command command,
            Account account,
            Playbook inForce,
            Map<String, Escalation> states) {
        Escalation before = states.get(key);
        Situation situation = situation(actor, account, before == null ? inForce : ledger.playbookOf(before));
        return switch (Step.take(before, 0, command, situation)) {
            case Step.Rejected(Decision.Refused refusal) ->
                new Scene(key, command.word(), refusal.why(), List.of(), List.of());
            case Step.Taken taken -> {
                states.put(key, taken.after());
                yield new Scene(
                        key, command.word(), "", taken.events(), told(taken.messages(), account, situation.roster()));
            }
        };
    }

    private Situation situation(Actor actor, Account account, Playbook playbook) {
        Roster roster = directory
                .roster()
                .counting(
                        () -> ledger.loads().ofEverybody(), () -> ledger.loads().handledBefore(account.id()));
        return new Situation(clock.instant(), actor, playbook, account, roster);
    }

    private static List<Told> told(List<Message> messages, Account account, Roster roster) {
        Map<Recipient, Told> told = new LinkedHashMap<>();
        for (Message message : messages) {
            told.computeIfAbsent(message.to(), to -> switch (to) {
                case Recipient.Colleague(String id) ->
                    new Told(roster.find(id).map(Person::name).orElse(id), false, message.because());
                case Recipient.Customer(String ignored, String id) ->
                    new Told(contact(account, id), true, message.because());
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
