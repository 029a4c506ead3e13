package dev.bellrope.core.routing;

import dev.bellrope.core.playbook.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Searches for a person for one role.
 *
 * @param need what needs people
 * @param filled who holds the other roles, as person ids
 * @param without people who must not be chosen, as person ids, each with the reason
 * @param roster the people to choose from
 */
record RoleSearch(RoutingNeed need, Map<String, String> filled, Map<String, String> without, Roster roster) {

    /** Fills a role as the playbook says; an owner who is chosen is not the backup if there is anybody else. */
    Assignment by(RoleRule filling, String role) {
        String backup = filled.getOrDefault(Route.BACKUP, "");
        boolean chosen = !(filling instanceof RoleRule.Named || filling instanceof RoleRule.AccountPerson);
        if (!role.equals(Route.OWNER) || backup.isEmpty() || without.containsKey(backup) || !chosen) {
            return by(filling, role, List.of());
        }
        Map<String, String> apart = new LinkedHashMap<>(without);
        apart.put(backup, "already the backup");
        Assignment other = new RoleSearch(need, filled, apart, roster).by(filling, role, List.of());
        if (other.isFilled()) {
            return other;
        }
        Assignment promoted = by(filling, role, List.of("nobody but the backup is available"));
        return promoted.isFilled() ? promoted : other;
    }

    private Assignment by(RoleRule filling, String role, List<String> notes) {
        return switch (filling) {
            case RoleRule.BestFit ignored -> bestFit(role, filling, new Fit.OtherZone.Any(), notes);
            case RoleRule.NextBest(boolean otherZone) -> nextBest(role, filling, otherZone, notes);
            case RoleRule.AccountPerson(String own) -> accountPerson(role, own, filling);
            case RoleRule.Named(String id) -> named(role, id, "", filling);
            case RoleRule.DutyHolder(String duty) -> duty(role, duty, filling, notes);
            case RoleRule.Nobody ignored -> new Assignment(role, "", "the playbook wants nobody as " + role, List.of());
        };
    }

    /** Finds the best person of one function, other than the owner. */
    Assignment function(String role, String function) {
        Map<String, String> barred = barred(true);
        List<Person> members = roster.people().stream()
                .filter(person -> person.function().equals(function))
                .toList();
        Fit.Yardstick yardstick = yardstick(skills(), barred, new Fit.OtherZone.Any());
        return Ranking.choose(role, members, "of function " + function, yardstick, List.of());
    }

    /** Finds the account's own person for the role, or whoever stands in for them. */
    Assignment accountPerson(String role, String own, RoleRule filling) {
        String id = need.account().people().getOrDefault(own, "");
        return id.isEmpty()
                ? new Assignment(role, "", "the account " + need.account().name() + " has no " + own, List.of())
                : named(role, id, own + " of this account", filling);
    }

    /** Finds the best holder of a duty; if all of them are absent, one of their stand-ins. */
    Assignment duty(String role, String duty, RoleRule filling) {
        return duty(role, duty, filling, List.of());
    }

    private Assignment duty(String role, String duty, RoleRule filling, List<String> notes) {
        List<Person> holders = roster.people().stream()
                .filter(person -> person.duties().contains(duty))
                .sorted(Comparator.comparing(Person::id))
                .toList();
        if (holders.isEmpty()) {
            return new Assignment(role, "", "nobody holds the duty " + duty, List.of());
        }
        Map<String, String> barred = barred(filling.excludesOwner(role));
        Fit.Yardstick yardstick = yardstick(List.of(), barred, new Fit.OtherZone.Any());
        List<String> holding = new ArrayList<>(notes);
        holding.add("holds the duty " + duty);
        Assignment held = Ranking.choose(role, holders, "with the duty " + duty, yardstick, holding);
        if (held.isFilled()) {
            return held;
        }
        Assignment vacant = Ranking.choose(role, holders, "with the duty " + duty, yardstick, List.of());
        for (Person holder : holders) {
            Assignment standIn = StandIns.find(role, holder.id(), need.at(), barred, roster);
            if (standIn.isFilled()) {
                List<Assignment.Candidate> everybody = new ArrayList<>(standIn.candidates());
                vacant.candidates().stream()
                        .filter(other -> everybody.stream()
                                .noneMatch(known -> known.person().equals(other.person())))
                        .forEach(everybody::add);
                return new Assignment(
                        role,
                        standIn.person(),
                        "nobody with the duty " + duty + " is available; " + standIn.because(),
                        everybody);
            }
        }
        return vacant;
    }

    private Assignment nextBest(String role, RoleRule filling, boolean otherZone, List<String> notes) {
        if (!otherZone) {
            return bestFit(role, filling, new Fit.OtherZone.Any(), notes);
        }
        Optional<Person> owner = roster.find(filled.getOrDefault(Route.OWNER, ""));
        if (owner.isPresent()) {
            return bestFit(role, filling, new Fit.OtherZone.Than(owner.get()), notes);
        }
        List<String> more = new ArrayList<>(notes);
        more.add("no owner whose zone could be avoided");
        return bestFit(role, filling, new Fit.OtherZone.Any(), more);
    }

    /** Finds the best person of the route's team, or else of everybody. */
    private Assignment bestFit(String role, RoleRule filling, Fit.OtherZone otherZone, List<String> notes) {
        Map<String, String> barred = barred(filling.excludesOwner(role));
        return fromTeam(role, need.route(), yardstick(skills(), barred, otherZone), notes);
    }

    private Assignment fromTeam(String role, @Nullable Route route, Fit.Yardstick by, List<String> notes) {
        List<String> more = new ArrayList<>(notes);
        if (route == null) {
            more.add("no route matched, so everybody was looked at");
        } else if (route.team().isEmpty()) {
            more.add("the route " + route.name() + " has no team, so everybody was looked at");
        } else {
            List<Person> members = roster.people().stream()
                    .filter(person -> person.team().equals(route.team()))
                    .toList();
            Assignment best = Ranking.choose(role, members, "of team " + route.team(), by, notes);
            if (best.isFilled()) {
                return best;
            }
            more.add("nobody of team " + route.team() + (members.isEmpty() ? " is on the roster" : " is available")
                    + ", so everybody was looked at");
        }
        return Ranking.choose(role, roster.people(), "", by, more);
    }

    private Assignment named(String role, String id, String as, RoleRule filling) {
        Map<String, String> barred = barred(filling.excludesOwner(role));
        Optional<Person> found = roster.find(id);
        String prefix = as.isEmpty() ? "" : as + "; ";
        if (found.isEmpty()) {
            return new Assignment(role, "", prefix + id + " is not on the roster", List.of());
        }
        Person person = found.get();
        if (StandIns.hindrance(person, need.at(), barred).isEmpty()) {
            List<String> notes = as.isEmpty() ? List.of("named by the playbook") : List.of();
            Fit.Yardstick yardstick = yardstick(List.of(), barred, new Fit.OtherZone.Any());
            return Ranking.choose(role, List.of(person), "", yardstick, notes);
        }
        Assignment standIn = StandIns.find(role, id, need.at(), barred, roster);
        List<Assignment.Candidate> candidates = new ArrayList<>(standIn.candidates());
        candidates.add(new Assignment.Candidate(
                id, person.name(), 0, false, "not chosen: " + StandIns.hindrance(person, need.at(), barred)));
        return new Assignment(role, standIn.person(), prefix + standIn.because(), candidates);
    }

    private List<String> skills() {
        Route route = need.route();
        return route == null ? List.of() : route.skills();
    }

    private Fit.Yardstick yardstick(List<String> skills, Map<String, String> barred, Fit.OtherZone otherZone) {
        return new Fit.Yardstick(need, skills, roster, barred, otherZone);
    }

    private Map<String, String> barred(boolean owner) {
        Map<String, String> barred = new LinkedHashMap<>();
        String owns = filled.getOrDefault(Route.OWNER, "");
        if (owner && !owns.isEmpty()) {
            barred.put(owns, "already the owner");
        }
        barred.putAll(without);
        return barred;
    }
}
