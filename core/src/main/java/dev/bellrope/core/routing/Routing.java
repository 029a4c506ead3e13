package dev.bellrope.core.routing;

import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.playbook.Ladder;
import dev.bellrope.core.playbook.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides who acts, from the roster alone.
 *
 * <p>A person who is absent is never chosen. The order of the roster does not matter: ties go to the lower id. If there
 * is nobody for a role, the assignment is not filled and says why.
 */
public final class Routing {
    /** The prefix of task force roles, {@code task-force:engineering}. */
    public static final String TASK_FORCE = "task-force:";

    /** The duty whose holder sponsors strategic and key accounts that have no sponsor of their own. */
    public static final String EXECUTIVE_SPONSOR = "executive-sponsor";

    private static final String WHOLE_TASK_FORCE = "task-force";
    private static final List<String> ROLES =
            List.of(Route.OWNER, Route.BACKUP, Route.SPONSOR, Route.FACILITATOR, Route.COMMUNICATIONS);

    private Routing() {}

    /**
     * Fills every role that the route names, owner first, and the task force. There is always an assignment for the
     * owner, and for strategic and key accounts also one for the sponsor (C-07).
     */
    public static List<Assignment> assemble(RoutingNeed need, Roster roster) {
        Route route = need.route();
        Set<String> roles = new LinkedHashSet<>();
        roles.add(Route.OWNER);
        if (route != null) {
            roles.addAll(route.people().keySet());
        }
        if (isGuarded(need.band())) {
            roles.add(Route.SPONSOR);
        }
        roles.addAll(taskForce(route));
        return fillAll(roles, need, Map.of(), roster);
    }

    /**
     * Fills one role again, without the people who must not be chosen. The owner never becomes the backup or joins the
     * task force; the backup becomes the owner only if there is nobody else, or the playbook names that person. {@code
     * sponsor: nobody} leaves the account without a sponsor, unless it is strategic or key.
     *
     * @param filled who holds the other roles
     * @param without people who must not be chosen
     */
    public static Assignment fill(
            String role, RoutingNeed need, Map<String, String> filled, List<String> without, Roster roster) {
        Map<String, String> barred = new LinkedHashMap<>();
        without.forEach(id -> barred.put(id, "left out on request"));
        RoleSearch search = new RoleSearch(need, filled, barred, roster);
        if (role.startsWith(TASK_FORCE)) {
            return search.function(role, role.substring(TASK_FORCE.length()));
        }
        Route route = need.route();
        String written =
                route == null ? "" : route.people().getOrDefault(role, "").strip();
        RoleRule filling = RoleRule.parse(written);
        if (role.equals(Route.SPONSOR) && filling instanceof RoleRule.Nobody && isGuarded(need.band())) {
            return sponsor(search, !written.isEmpty());
        }
        if (!written.isEmpty()) {
            return search.by(filling, role);
        }
        if (role.equals(Route.OWNER)) {
            return search.by(new RoleRule.BestFit(), role);
        }
        String why = route == null ? "no route matched" : "the route " + route.name() + " does not say";
        return new Assignment(role, "", why + " who is " + role, List.of());
    }

    /**
     * Finds the stand-in for a person who is absent: their backup, or else the backup's backup and so on, without going
     * in circles.
     */
    public static Assignment standIn(String role, String absent, Instant at, Roster roster) {
        return StandIns.find(role, absent, at, Map.of(), roster);
    }

    /**
     * Finds somebody who fits best and has no part in what is to be done.
     *
     * @param role what they are wanted for
     * @param barred who must not be chosen, as person ids, each with what they are, such as {@code involved in it}
     */
    public static Assignment uninvolved(String role, RoutingNeed need, Map<String, String> barred, Roster roster) {
        return new RoleSearch(need, Map.of(), barred, roster).by(new RoleRule.BestFit(), role);
    }

    /**
     * Returns who joins when the escalation reaches a ladder level: one assignment for each role that the level names.
     */
    public static List<Assignment> atLevel(Ladder.Level level, RoutingNeed need, Roster roster) {
        return atLevel(level, need, Map.of(), roster);
    }

    /**
     * Returns who joins when the escalation reaches a ladder level, given who holds which role already: they keep their
     * roles unless they are absent.
     *
     * @param filled who holds which role, as person ids
     * @return one assignment for each role that the level names, filled or not; a name that is not a role is filled as
     *     in a route, by a duty ({@code vp-engineering}) or {@code account.csm}; {@code task-force} becomes one role
     *     for each function of the route
     */
    public static List<Assignment> atLevel(
            Ladder.Level level, RoutingNeed need, Map<String, String> filled, Roster roster) {
        Set<String> roles = new LinkedHashSet<>();
        for (String name : level.people()) {
            if (name.equals(WHOLE_TASK_FORCE)) {
                roles.addAll(taskForce(need.route()));
            } else {
                roles.add(name);
            }
        }
        return fillAll(roles, need, filled, roster);
    }

    /**
     * Returns whether a step of the ladder wants people but finds none. Such a step is skipped with a message instead
     * of waited for (D-13). A step that names nobody is not empty, because it needs nobody else.
     */
    public static boolean isEmptyStep(List<Assignment> assignments) {
        return !assignments.isEmpty() && assignments.stream().noneMatch(Assignment::isFilled);
    }

    /**
     * Returns every role that an escalation can have: those of routing, those of its task force, and what the levels of
     * the ladder name.
     */
    public static Set<String> roles(RoutingNeed need, Ladder ladder) {
        Set<String> roles = new LinkedHashSet<>(ROLES);
        roles.addAll(taskForce(need.route()));
        ladder.levels()
                .forEach(level -> level.people().stream()
                        .filter(name -> !name.equals(WHOLE_TASK_FORCE))
                        .forEach(roles::add));
        return roles;
    }

    private static List<Assignment> fillAll(
            Set<String> roles, RoutingNeed need, Map<String, String> filled, Roster roster) {
        Map<String, String> holders = new LinkedHashMap<>(filled);
        List<Assignment> assignments = new ArrayList<>();
        for (String role : roles) {
            Optional<Person> holder =
                    roster.find(holders.getOrDefault(role, "")).filter(person -> !person.isAbsent(need.at()));
            Assignment assignment;
            if (holder.isPresent()) {
                assignment = new Assignment(role, holder.get().id(), "is " + role + " already", List.of());
            } else if (isRole(role, need.route())) {
                assignment = fill(role, need, holders, List.of(), roster);
            } else {
                assignment = new RoleSearch(need, holders, Map.of(), roster).by(RoleRule.parse(role), role);
            }
            if (assignment.isFilled()) {
                holders.put(role, assignment.person());
            }
            assignments.add(assignment);
        }
        return List.copyOf(assignments);
    }

    /**
     * Finds the sponsor of a strategic or key account, which always has one.
     *
     * @param unwanted whether the playbook wants nobody as sponsor; the reason says that it does not count here
     */
    private static Assignment sponsor(RoleSearch search, boolean unwanted) {
        Assignment own = search.accountPerson(Route.SPONSOR, Route.SPONSOR, new RoleRule.AccountPerson(Route.SPONSOR));
        List<String> notes = new ArrayList<>();
        if (unwanted) {
            notes.add("the playbook wants nobody, but a " + search.need().band().word()
                    + " account always has a sponsor");
        }
        if (own.isFilled()) {
            return new Assignment(Route.SPONSOR, own.person(), Ranking.said(notes, own.because()), own.candidates());
        }
        notes.add(own.because());
        Assignment executive =
                search.duty(Route.SPONSOR, EXECUTIVE_SPONSOR, new RoleRule.DutyHolder(EXECUTIVE_SPONSOR));
        List<Assignment.Candidate> candidates = new ArrayList<>(executive.candidates());
        own.candidates().stream()
                .filter(other ->
                        candidates.stream().noneMatch(known -> known.person().equals(other.person())))
                .forEach(candidates::add);
        String because = Ranking.said(notes, executive.because());
        return new Assignment(Route.SPONSOR, executive.person(), because, candidates);
    }

    private static boolean isGuarded(ValueBand band) {
        return switch (band) {
            case STRATEGIC, KEY -> true;
            case GROWTH, STANDARD -> false;
        };
    }

    /** Returns whether a name is that of a part in one escalation, and not of a duty that people hold for the company. */
    public static boolean isRole(String name, @Nullable Route route) {
        return ROLES.contains(name)
                || name.startsWith(TASK_FORCE)
                || (route != null && route.people().containsKey(name));
    }

    private static List<String> taskForce(@Nullable Route route) {
        return route == null
                ? List.of()
                : route.taskForce().stream().map(TASK_FORCE::concat).toList();
    }
}
