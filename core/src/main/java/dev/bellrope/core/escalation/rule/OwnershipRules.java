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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules for roles: assigning them, handing over, and standing in. */
public final class OwnershipRules {
    private OwnershipRules() {}

    /**
     * Refuses an assignment without the permission. Whoever may assign can give a role to anybody, or to nobody so that
     * routing chooses. Whoever may only respond can take a role that nobody holds; what somebody else holds has to be
     * handed to them.
     */
    public static @Nullable RuleRefusal againstNaming(DecisionContext context, String role, String person) {
        if (context.may(Permissions.ASSIGN)) {
            return null;
        }
        if (!person.equals(context.situation.actor().id())) {
            return context.against(Permissions.ASSIGN);
        }
        RuleRefusal unpermitted = context.against(Permissions.RESPOND);
        return unpermitted != null ? unpermitted : againstTaking(context, role, person);
    }

    private static @Nullable RuleRefusal againstTaking(DecisionContext context, String role, String person) {
        String holder = context.people().getOrDefault(role, person);
        if (!holder.equals(person)) {
            return RuleRefusal.permission(context.nameOf(holder) + " is " + role + "; " + way(context, role, person));
        }
        if (!roles(context).contains(role)) {
            return null; // there is no such role, whoever asks
        }
        if (!Routing.isRole(role, context.need().route())
                && !context.situation.actor().roles().contains(role)) {
            return RuleRefusal.permission(context.situation.actor().name() + " does not have the duty " + role
                    + ", so it is given by those " + assigners(context));
        }
        // Owning it is the work itself; any other role that opens more doors is not for oneself to take.
        return role.equals(Route.OWNER) || !context.playbook.isEntitling(role)
                ? null
                : RuleRefusal.permission("the playbook entitles the " + role + " to more, so it is given by those "
                        + assigners(context));
    }

    /** Returns how somebody gets a role that somebody else holds. */
    private static String way(DecisionContext context, String role, String person) {
        if (!role.equals(Route.OWNER)) {
            return "it is given by those " + assigners(context);
        }
        Handoff handoff = context.now().handoff();
        return handoff != null && handoff.to().equals(person)
                ? "accept the handoff that is offered to you"
                : "it changes hands by a handoff, or by those " + assigners(context);
    }

    private static String assigners(DecisionContext context) {
        return "whom the playbook lets assign: "
                + context.playbook.permissions().words(Permissions.ASSIGN);
    }

    /** Returns the roles that an assignment may be about: those of routing, those of the ladder, and those there are. */
    public static Set<String> roles(DecisionContext context) {
        Set<String> roles = new LinkedHashSet<>(Routing.roles(context.need(), context.playbook.ladder()));
        roles.addAll(context.people().keySet());
        roles.addAll(context.now().vacant());
        return roles;
    }

    static void assign(DecisionContext context, Command.Assign c) {
        String role = RuleRefusal.blank(c.role(), "the role");
        RuleRefusal.raise(againstNaming(context, role, c.person()));
        if (!roles(context).contains(role)) {
            throw RuleRefusal.content("'" + role + "' is no role of "
                    + context.now().key() + "; there are " + String.join(", ", roles(context)));
        }
        if (c.person().isEmpty()) {
            List<String> without = context.now().people().containsKey(role)
                    ? List.of(context.now().people().get(role))
                    : List.of();
            Assignment found =
                    Routing.fill(role, context.need(), context.people(), without, context.situation.roster());
            if (!found.isFilled()) {
                throw RuleRefusal.content("nobody " + (without.isEmpty() ? "" : "else ") + "could be found as " + role
                        + ": " + found.because());
            }
            give(context, found, c.reason());
            return;
        }
        Person person = person(context, c.person());
        if (person.isAbsent(context.at)) {
            throw RuleRefusal.content(person.name() + " is absent now: " + absence(context, person));
        }
        if (role.equals(Route.BACKUP) && c.person().equals(context.people().get(Route.OWNER))) {
            throw RuleRefusal.content(person.name() + " owns it, so somebody else must be the backup");
        }
        if (!c.person().equals(context.now().people().get(role))) {
            boolean self = person.id().equals(context.situation.actor().id());
            give(
                    context,
                    new Assignment(
                            role,
                            person.id(),
                            self
                                    ? "took it"
                                    : "given by " + context.situation.actor().name(),
                            List.of()),
                    c.reason());
        }
    }

    /** Gives a role to somebody. Whoever becomes the owner is the backup no more, so another backup is looked for. */
    static void give(DecisionContext context, Assignment assignment, String reason) {
        context.emit(new Event.RoleAssigned(assignment, reason));
        boolean owns = assignment.role().equals(Route.OWNER) && assignment.isFilled();
        if (owns && assignment.person().equals(context.people().get(Route.BACKUP))) {
            context.emit(new Event.RoleAssigned(
                    Routing.fill(Route.BACKUP, context.need(), context.people(), List.of(), context.situation.roster()),
                    "the backup owns it now"));
        }
    }

    /**
     * Refuses a handoff unless it comes from the owner, or from somebody who may assign; where nobody owns the
     * escalation, from somebody who may respond. Refuses a second one while one is on offer.
     */
    public static @Nullable RuleRefusal againstHandOff(DecisionContext context) {
        RuleRefusal unpermitted = context.against(Permissions.RESPOND);
        Handoff handoff = context.now().handoff();
        String owner = context.now().findOwner().orElse("");
        if (unpermitted == null
                && !owner.isEmpty()
                && !owner.equals(context.situation.actor().id())
                && !context.may(Permissions.ASSIGN)) {
            return RuleRefusal.permission(
                    "it is " + context.nameOf(owner) + " who may hand it over, or somebody " + assigners(context));
        }
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

    /** Refuses an answer unless it comes from the receiver: nobody says for somebody else that they take it, or not. */
    public static @Nullable RuleRefusal againstAnsweringHandoff(DecisionContext context) {
        Handoff handoff = context.now().handoff();
        if (handoff == null) {
            return RuleRefusal.state("no handoff is offered");
        }
        return handoff.to().equals(context.situation.actor().id())
                ? null
                : RuleRefusal.permission("the handoff is offered to " + context.nameOf(handoff.to())
                        + ", who alone answers it; to decide otherwise, assign the owner");
    }

    static void acceptHandoff(DecisionContext context) {
        Handoff handoff = Objects.requireNonNull(context.now().handoff());
        context.emit(new Event.HandoffAccepted(handoff.from(), handoff.to()));
        give(context, new Assignment(Route.OWNER, handoff.to(), "took the handoff", List.of()), "handed over");
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
                give(
                        context,
                        Routing.fill(
                                Route.OWNER, context.need(), context.people(), List.of(), context.situation.roster()),
                        Event.RoleAssigned.LOOKED_AGAIN);
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
                        context.situation.roster());
            }
            if (standIn.isFilled()) {
                give(context, standIn, context.nameOf(owner.get()) + " is away");
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
