package dev.bellrope.app.escalations.web;

import dev.bellrope.app.access.SignedIn;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.Outcome;
import dev.bellrope.app.escalations.Rehearsal;
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

/** Makes {@link Picture}s of escalations as they are now. */
@Component
class Pictures {
    private final Escalations escalations;
    private final Rehearsal rehearsal;
    private final Directory directory;
    private final Clock clock;

    Pictures(Escalations escalations, Rehearsal rehearsal, Directory directory, Clock clock) {
        this.escalations = escalations;
        this.rehearsal = rehearsal;
        this.directory = directory;
        this.clock = clock;
    }

    Picture of(Outcome outcome, SignedIn viewer) {
        Escalation state = outcome.state();
        return of(state, outcome.sequence(), viewer, directory.roster(), accounts(List.of(state)));
    }

    /** Of many at once; their sequence numbers are not known, so they are 0. */
    List<Picture> of(List<Escalation> states, SignedIn viewer) {
        Roster roster = directory.roster();
        Map<String, Account> accounts = accounts(states);
        return states.stream()
                .map(state -> of(state, 0, viewer, roster, accounts))
                .toList();
    }

    private Picture of(Escalation state, long sequence, SignedIn viewer, Roster roster, Map<String, Account> accounts) {
        Map<String, Person> people = people(roster);
        Actor actor = Acting.actor(viewer, people.get(viewer.actor().id()), state);
        Account account = accounts.getOrDefault(state.account(), Account.named(state.account(), state.accountName()));
        Situation situation = new Situation(clock.instant(), actor, escalations.playbookOf(state), account, roster);
        return new Picture(
                state,
                sequence,
                situation.playbook(),
                situation.at(),
                actor,
                people,
                Offers.of(state, situation),
                SingletonSupplier.of(() -> rehearsal.situation(state, actor)));
    }

    private Map<String, Account> accounts(List<Escalation> states) {
        return directory.findAccounts(
                states.stream().map(Escalation::account).distinct().toList());
    }

    /** A person's name; the id where nobody of that id is in the directory. */
    String name(String id) {
        return directory.findPerson(id).map(Person::name).orElse(id.equals("system") ? "Bellrope" : id);
    }

    private static Map<String, Person> people(Roster roster) {
        Map<String, Person> people = new LinkedHashMap<>();
        roster.people().forEach(person -> people.put(person.id(), person));
        return people;
    }
}
