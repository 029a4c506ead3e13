package dev.bellrope.app.escalations.acts;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.Situations;
import dev.bellrope.app.escalations.store.CommandOutcome;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Offers;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.routing.Roster;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Makes an {@link EscalationView} of an escalation as it is now. */
@Component
public class EscalationViews {
    private final Escalations escalations;
    private final Situations situations;
    private final Directory directory;
    private final Clock clock;

    EscalationViews(Escalations escalations, Situations situations, Directory directory, Clock clock) {
        this.escalations = escalations;
        this.situations = situations;
        this.directory = directory;
        this.clock = clock;
    }

    public EscalationView of(CommandOutcome outcome, CurrentUser viewer) {
        Escalation state = outcome.state();
        return of(state, outcome.sequence(), viewer, directory.roster(), accounts(List.of(state)));
    }

    /** Makes many views at once; the sequence numbers are not known, so they are 0. */
    public List<EscalationView> of(List<Escalation> states, CurrentUser viewer) {
        Roster roster = directory.roster();
        Map<String, Account> accounts = accounts(states);
        return states.stream()
                .map(state -> of(state, 0, viewer, roster, accounts))
                .toList();
    }

    private EscalationView of(
            Escalation state, long sequence, CurrentUser viewer, Roster roster, Map<String, Account> accounts) {
        Map<String, Person> people = people(roster);
        Actor actor = ActorLookup.actor(viewer, people.get(viewer.actor().id()), state);
        Account account = accounts.getOrDefault(state.account(), Account.named(state.account(), state.accountName()));
        Situation situation = new Situation(clock.instant(), actor, escalations.playbookOf(state), account, roster);
        return new EscalationView(
                state,
                sequence,
                situation.playbook(),
                situation.at(),
                actor,
                people,
                Offers.of(state, situation),
                SingletonSupplier.of(() -> situations.of(state, actor)));
    }

    private Map<String, Account> accounts(List<Escalation> states) {
        return directory.findAccounts(
                states.stream().map(Escalation::account).distinct().toList());
    }

    /** Returns a person's name; the id if nobody in the directory has it. */
    public String name(String id) {
        return directory.findPerson(id).map(Person::name).orElse(id.equals("system") ? "Bellrope" : id);
    }

    private static Map<String, Person> people(Roster roster) {
        Map<String, Person> people = new LinkedHashMap<>();
        roster.people().forEach(person -> people.put(person.id(), person));
        return people;
    }
}
