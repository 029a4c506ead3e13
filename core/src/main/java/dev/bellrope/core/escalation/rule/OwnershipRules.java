package dev.bellrope.core.escalation.rule;

import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Handoff;
import dev.bellrope.core.escalation.journal.ConciseHistory;
import dev.bellrope.core.playbook.Permissions;
import dev.bellrope.core.playbook.Route;
import dev.bellrope.core.routing.Assignment;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.routing.Routing;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who holds which role: given, handed over, taken over. */
public final class OwnershipRules {
    private OwnershipRules() {}

    /** Whoever may assign names anybody, or nobody for the router to choose; whoever may respond takes a role themself. */
    public static @Nullable RuleRefusal againstNaming(DecisionContext turn, String person) {
        boolean self = person.equals(turn.situation.actor().id());
        return turn.against(self ? Permissions.RESPOND : Permissions.ASSIGN);
    }

    static void assign(DecisionContext turn, Command.Assign c) {
        RuleRefusal.raise(againstNaming(turn, c.person()));
        String role = RuleRefusal.blank(c.role(), "the role");
        if (c.person().isEmpty()) {
            List<String> without = turn.now().people().containsKey(role)
                    ? List.of(turn.now().people().get(role))
                    : List.of();
            Assignment found =
                    Routing.fill(role, turn.need(), turn.people(), without, turn.playbook, turn.situation.roster());
            if (!found.isFilled()) {
                throw RuleRefusal.content("nobody " + (without.isEmpty() ? "" : "else ") + "could be found as " + role
                        + ": " + found.because());
            }
            turn.emit(new Event.RoleAssigned(found, c.reason()));
            return;
        }
        Person person = person(turn, c.person());
        if (person.isAbsent(turn.at)) {
            throw RuleRefusal.content(person.name() + " is absent now: " + absence(turn, person));
        }
        if (!c.person().equals(turn.now().people().get(role))) {
            turn.emit(new Event.RoleAssigned(
                    new Assignment(
                            role,
                            person.id(),
                            "given by " + turn.situation.actor().name(),
                            List.of()),
                    c.reason()));
        }
    }

    /** One handoff at a time. */
    public static @Nullable RuleRefusal againstHandOff(DecisionContext turn) {
        RuleRefusal unpermitted = turn.against(Permissions.RESPOND);
        Handoff handoff = turn.now().handoff();
        return unpermitted != null || handoff == null
                ? unpermitted
                : RuleRefusal.state("it is offered to " + turn.nameOf(handoff.to()) + " already");
    }

    static void handOff(DecisionContext turn, Command.HandOff c) {
        Escalation now = turn.now();
        Person to = person(turn, c.to());
        String from = now.findOwner().orElse("");
        if (to.id().equals(from)) {
            throw RuleRefusal.content(to.name() + " owns it already");
        }
        if (to.isAbsent(turn.at)) {
            throw RuleRefusal.content(to.name() + " is absent now: " + absence(turn, to));
        }
        turn.emit(new Event.HandoffOffered(
                from,
                to.id(),
                RuleRefusal.blank(c.situation(), "the situation"),
                c.openPromises(),
                RuleRefusal.blank(c.nextAction(), "the next action"),
                ConciseHistory.brief(now)));
    }

    /** The receiver answers, or whoever may assign. */
    public static @Nullable RuleRefusal againstAnsweringHandoff(DecisionContext turn) {
        Handoff handoff = turn.now().handoff();
        if (handoff == null) {
            return RuleRefusal.state("no handoff is offered");
        }
        return handoff.to().equals(turn.situation.actor().id()) || turn.may(Permissions.ASSIGN)
                ? null
                : RuleRefusal.permission("the handoff is offered to " + turn.nameOf(handoff.to()));
    }

    static void acceptHandoff(DecisionContext turn) {
        Handoff handoff = Objects.requireNonNull(turn.now().handoff());
        turn.emit(new Event.HandoffAccepted(handoff.from(), handoff.to()));
        turn.emit(new Event.RoleAssigned(
                new Assignment(Route.OWNER, handoff.to(), "took the handoff", List.of()), "handed over"));
    }

    static void declineHandoff(DecisionContext turn, Command.DeclineHandoff c) {
        Handoff handoff = Objects.requireNonNull(turn.now().handoff());
        turn.emit(new Event.HandoffDeclined(handoff.to(), RuleRefusal.blank(c.reason(), "the reason")));
    }

    /** An owner who is away is stood in for; where nobody owns it, somebody is looked for (F-02, T61). */
    static void watchOver(DecisionContext turn) {
        Optional<String> owner = turn.now().findOwner();
        if (owner.isEmpty()) {
            if (turn.now().vacant().contains(Route.OWNER)) {
                turn.emit(new Event.RoleAssigned(
                        Routing.fill(
                                Route.OWNER,
                                turn.need(),
                                turn.people(),
                                List.of(),
                                turn.playbook,
                                turn.situation.roster()),
                        Event.RoleAssigned.LOOKED_AGAIN));
            }
            return;
        }
        Optional<Person> person = turn.situation.roster().find(owner.get());
        if (person.isEmpty() || person.get().isAbsent(turn.at)) {
            Assignment standIn = Routing.standIn(Route.OWNER, owner.get(), turn.at, turn.situation.roster());
            if (!standIn.isFilled()) {
                standIn = Routing.fill(
                        Route.OWNER,
                        turn.need(),
                        turn.people(),
                        List.of(owner.get()),
                        turn.playbook,
                        turn.situation.roster());
            }
            if (standIn.isFilled()) {
                turn.emit(new Event.RoleAssigned(standIn, turn.nameOf(owner.get()) + " is away"));
            }
        }
    }

    private static Person person(DecisionContext turn, String id) {
        return turn.situation
                .roster()
                .find(id)
                .orElseThrow(() -> RuleRefusal.content("'" + id + "' is nobody on the roster"));
    }

    private static String absence(DecisionContext turn, Person person) {
        return person.absences().stream()
                .filter(away -> !turn.at.isBefore(away.from()) && turn.at.isBefore(away.until()))
                .findFirst()
                .map(away -> away.reason() + ", back at "
                        + away.until().atZone(person.calendar().zone()).toLocalDateTime() + " "
                        + person.calendar().zone())
                .orElse("");
    }
}
