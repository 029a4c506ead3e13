package dev.bellrope.core.reaction;

import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.playbook.Ladder;
import dev.bellrope.core.playbook.Permissions;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.Route;
import dev.bellrope.core.playbook.Trigger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the person ids of those to be told. */
final class Audience {
    private Audience() {}

    /**
     * Returns whoever the trigger names; if it names nobody who is there, whoever may accept any request; if there is
     * nobody either, whoever manages it, so that no request waits unseen.
     */
    static Set<String> answerers(MessagePlan t) {
        Playbook playbook = t.situation().playbook();
        return playbook.findTrigger(t.escalation().assessment().trigger())
                .filter(Trigger::isRequest)
                .map(trigger -> holders(t, trigger.acceptBy()))
                .filter(found -> !found.isEmpty())
                .or(() -> Optional.of(holders(t, playbook.permissions().rolesFor(Permissions.ACCEPT)))
                        .filter(found -> !found.isEmpty()))
                .orElseGet(() -> managers(t));
    }

    static Set<String> nextLevel(MessagePlan t) {
        Ladder ladder = t.situation().playbook().ladder();
        int index = Math.min(
                t.escalation().counts().overdueAnswers(), ladder.levels().size() - 1);
        return holders(t, ladder.levels().get(index).people());
    }

    static Set<String> owner(MessagePlan t) {
        return t.escalation().findOwner().map(Set::of).orElseGet(() -> managers(t));
    }

    /** Returns whoever manages the escalation: its facilitator, else its sponsor, else the people of the ladder. */
    static Set<String> managers(MessagePlan t) {
        List<String> found = new ArrayList<>();
        for (String role : List.of(Route.FACILITATOR, Route.SPONSOR)) {
            String person = t.escalation().people().get(role);
            if (person != null && found.isEmpty()) {
                found.add(person);
            }
        }
        return found.isEmpty() ? ladder(t) : new LinkedHashSet<>(found);
    }

    /**
     * Returns the people of the first level of the ladder that has any, so that somebody knows of an escalation without
     * managers.
     */
    private static Set<String> ladder(MessagePlan t) {
        return t.situation().playbook().ladder().levels().stream()
                .map(level -> holders(t, level.people()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    /**
     * Returns whoever may approve; if there is nobody, whoever manages the escalation is told that it is blocked (T60).
     */
    static Set<String> approvers(MessagePlan t, String of) {
        Set<String> found = t.holders(of);
        return found.isEmpty() ? managers(t) : found;
    }

    private static Set<String> holders(MessagePlan t, Collection<String> roles) {
        Set<String> found = new LinkedHashSet<>();
        roles.forEach(role -> found.addAll(t.holders(role)));
        return found;
    }

    static Set<String> participants(MessagePlan t) {
        return t.escalation().status() == Status.REQUESTED
                ? Set.of()
                : new LinkedHashSet<>(t.escalation().people().values());
    }

    static Set<String> known(String person) {
        return person.isEmpty() ? Set.of() : Set.of(person);
    }
}
