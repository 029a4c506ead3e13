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

/** The rules for roles: assigning them, handing over, and standing in. */
public final class OwnershipRules {
    private OwnershipRules() {}

    /**
     * Refuses an assignment without the permission: whoever may assign can name anybody, or nobody so that routing
     * chooses; whoever may respond can take a role themselves.
     */
    public static @Nullable RuleRefusal againstNaming(DecisionContext context, String person) {
        boolean self = person.equals(context.situation.actor().id());
        return context.against(self ? Permissions.RESPOND : Permissions.ASSIGN);
    }

    static void assign(DecisionContext context, Command.Assign c) {
        RuleRefusal.raise(againstNaming(context, c.person()));
        String role = RuleRefusal.blank(c.role(), "the role");
        if (c.person().isEmpty()) {
            List<String> without = context.now().people().containsKey(role)
                    ? List.of(context.now().people().get(role))
                    : List.of();
            Assignment found = Routing.fill(
                    role, context.need(), context.people(), without, context.playbook, context.situation.roster());
            if (!found.isFilled()) {
                throw RuleRefusal.content("nobody " + (without.isEmpty() ? "" : "else ") + "could be found as " + role
                        + ": " + found.because());
            }
            context.emit(new Event.RoleAssigned(found, c.reason()));
            return;
        }
        Person person = person(context, c.person());
        if (person.isAbsent(context.at)) {
            throw RuleRefusal.content(person.name() + " is absent now: " + absence(context, person));
        }
        if (!c.person().equals(context.now().people().get(role))) {
            context.emit(new Event.RoleAssigned(
                    new Assignment(
                            role,
                            person.id(),
                            "given by " + context.situation.actor().name(),
                            List.of()),
                    c.reason()));
        }
    }

    /** Refuses a second handoff while one is on offer. */
    public static @Nullable RuleRefusal againstHandOff(DecisionContext context) {
        RuleRefusal unpermitted = context.against(Permissions.RESPOND);
        Handoff handoff = context.now().handoff();
        return unpermitted != null || handoff == null
                ? unpermitted
                : RuleRefusal.state("it is offered to " + context.nameOf(handoff.to()) + " already");
    }

    /** Refuses to hand over to somebody who owns it already or is away. */
    public static @Nullable RuleRefusal againstHandingTo(DecisionContext context, Person to) {
        if (context.now().findOwner().filter(to.id()::equals).isPresent()) {
            return RuleRefusal.content(to.name() + " owns it already");
        }
        return to.isAbsent(context.at)
                ? RuleRefusal.content(to.name() + " is absent now: " + absence(context, to))
                : null;
    }

    static void handOff(DecisionContext context, Command.HandOff c) {
        Escalation now = context.now();
        Person to = person(context, c.to());
        String from = now.findOwner().orElse("");
        RuleRefusal.raise(againstHandingTo(context, to));
        context.emit(new Event.HandoffOffered(
                from,
                to.id(),
                RuleRefusal.blank(c.situation(), "the situation"),
                c.openPromises(),
                RuleRefusal.blank(c.nextAction(), "the next action"),
                ConciseHistory.brief(now)));
    }

    /** Refuses an answer unless it comes from the receiver, or from somebody who may assign. */
    public static @Nullable RuleRefusal againstAnsweringHandoff(DecisionContext context) {
        Handoff handoff = context.now().handoff();
        if (handoff == null) {
            return RuleRefusal.state("no handoff is offered");
        }
        return handoff.to().equals(context.situation.actor().id()) || context.may(Permissions.ASSIGN)
                ? null
                : RuleRefusal.permission("the handoff is offered to " + context.nameOf(handoff.to()));
    }

    static void acceptHandoff(DecisionContext context) {
        Handoff handoff = Objects.requireNonNull(context.now().handoff());
        context.emit(new Event.HandoffAccepted(handoff.from(), handoff.to()));
        context.emit(new Event.RoleAssigned(
                new Assignment(Route.OWNER, handoff.to(), "took the handoff", List.of()), "handed over"));
    }

    static void declineHandoff(DecisionContext context, Command.DeclineHandoff c) {
        Handoff handoff = Objects.requireNonNull(context.now().handoff());
        context.emit(new Event.HandoffDeclined(handoff.to(), RuleRefusal.blank(c.reason(), "the reason")));
    }

    /**
     * Finds a stand-in for an owner who is away; if nobody owns the escalation, searches for an owner again (F-02,
     * T61).
     */
    static void watchOver(DecisionContext context) {
        Optional<String> owner = context.now().findOwner();
        if (owner.isEmpty()) {
            if (context.now().vacant().contains(Route.OWNER)) {
                context.emit(new Event.RoleAssigned(
                        Routing.fill(
                                Route.OWNER,
                                context.need(),
                                context.people(),
                                List.of(),
                                context.playbook,
                                context.situation.roster()),
                        Event.RoleAssigned.LOOKED_AGAIN));
            }
            return;
        }
        Optional<Person> person = context.situation.roster().find(owner.get());
        if (person.isEmpty() || person.get().isAbsent(context.at)) {
            Assignment standIn = Routing.standIn(Route.OWNER, owner.get(), context.at, context.situation.roster());
            if (!standIn.isFilled()) {
                standIn = Routing.fill(
                        Route.OWNER,
                        context.need(),
                        context.people(),
                        List.of(owner.get()),
                        context.playbook,
                        context.situation.roster());
            }
            if (standIn.isFilled()) {
                context.emit(new Event.RoleAssigned(standIn, context.nameOf(owner.get()) + " is away"));
            }
        }
    }

    private static Person person(DecisionContext context, String id) {
        return context.situation
                .roster()
                .find(id)
                .orElseThrow(() -> RuleRefusal.content("'" + id + "' is nobody on the roster"));
    }

    private static String absence(DecisionContext context, Person person) {
        return person.absences().stream()
                .filter(away -> !context.at.isBefore(away.from()) && context.at.isBefore(away.until()))
                .findFirst()
                .map(away -> away.reason() + ", back at "
                        + away.until().atZone(person.calendar().zone()).toLocalDateTime() + " "
                        + person.calendar().zone())
                .orElse("");
    }
}
