package dev.bellrope.app.escalations.acts;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.Situations;
import dev.bellrope.app.escalations.store.CommandOutcome;
import dev.bellrope.app.escalations.store.EscalationFilter;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.escalation.Act;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Offers;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.routing.Roster;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes an {@link EscalationView} of an escalation as it is now. */
@Component
public class EscalationViews {
    private final Escalations escalations;
    private final Situations situations;
    private final Directory directory;
    private final ActorNames names;
    private final Clock clock;

    EscalationViews(
            Escalations escalations, Situations situations, Directory directory, ActorNames names, Clock clock) {
        this.escalations = escalations;
        this.situations = situations;
        this.directory = directory;
        this.names = names;
        this.clock = clock;
    }

    public EscalationView of(CommandOutcome outcome, CurrentUser viewer) {
        Escalation state = outcome.state();
        EscalationView view = of(List.of(state), outcome.sequence(), viewer).getFirst();
        return view.offers().contains(Act.MERGE) && !isMergeable(state) ? view.without(Act.MERGE) : view;
    }

    /** Returns whether another escalation of the account is active. Only one escalation is known to the core. */
    private boolean isMergeable(Escalation state) {
        return escalations
                .list(EscalationFilter.activeOfAccount(state.account(), VisibleAccounts.ALL), Long.MAX_VALUE, 2)
                .stream()
                .anyMatch(other -> !other.key().equals(state.key()));
    }

    /** Makes many views at once; the sequence numbers are not known, so they are 0. */
    public List<EscalationView> of(List<Escalation> states, CurrentUser viewer) {
        return of(states, 0, viewer);
    }

    private List<EscalationView> of(List<Escalation> states, long sequence, CurrentUser viewer) {
        Instant at = clock.instant();
        Roster roster = directory.roster();
        Map<String, Person> people = people(roster);
        Map<String, Account> accounts = accounts(states);
        Person person = people.get(viewer.personId());
        return states.stream()
                .map(state -> {
                    Situation situation = new Situation(
                            at,
                            ActorLookup.actor(viewer, person, state),
                            escalations.playbookOf(state),
                            accounts.getOrDefault(state.account(), Account.named(state.account(), state.accountName())),
                            situations.counting(roster, state.account()));
                    return new EscalationView(
                            state, sequence, situation, people, names, offers(state, situation, viewer));
                })
                .toList();
    }

    /** A program whose token does not let it act is offered nothing, whatever its role may do. */
    private static Offers offers(Escalation state, Situation situation, CurrentUser viewer) {
        return viewer.has(Scope.ESCALATIONS_WRITE) ? Offers.of(state, situation) : Offers.NONE;
    }

    private Map<String, Account> accounts(List<Escalation> states) {
        return directory.findAccounts(
                states.stream().map(Escalation::account).distinct().toList());
    }

    /** Returns the name of a person or a program; the id if nobody has it. */
    public String name(String id) {
        return names.name(id);
    }

    private static Map<String, Person> people(Roster roster) {
        Map<String, Person> people = new LinkedHashMap<>();
        roster.people().forEach(person -> people.put(person.id(), person));
        return people;
    }
}
