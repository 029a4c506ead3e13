package dev.bellrope.core.task;

import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.playbook.Exit;
import dev.bellrope.core.playbook.Route;
import dev.bellrope.core.routing.Assignment;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.routing.Roster;
import dev.bellrope.core.routing.Routing;
import dev.bellrope.core.routing.RoutingNeed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who leads the review of an escalation.
 *
 * @param person the person's id; empty if nobody may or can
 * @param because how they were found, or why nobody was; a sentence without its full stop
 * @param excluded the ids of those who may not lead it because they took part; empty unless the playbook wants somebody
 *     uninvolved
 */
public record ReviewLead(String person, String because, List<String> excluded) {
    private static final String ROLE = "review-lead";

    public ReviewLead {
        excluded = List.copyOf(excluded);
    }

    /** Finds who leads the review of an escalation, as its playbook says. */
    public static ReviewLead of(Escalation escalation, Exit.Review review, Situation situation) {
        return review.isLedByUninvolved()
                ? uninvolved(escalation, situation)
                : named(escalation, review.ledBy(), situation.roster());
    }

    /** Returns the ids of those on the roster who took part. */
    public static List<String> involved(Escalation escalation, Roster roster) {
        return escalation.reviewBasis().involved().stream()
                .filter(id -> roster.find(id).isPresent())
                .toList();
    }

    private static ReviewLead uninvolved(Escalation escalation, Situation situation) {
        List<String> excluded = involved(escalation, situation.roster());
        Map<String, String> barred = new LinkedHashMap<>();
        excluded.forEach(id -> barred.put(id, "involved in " + escalation.key()));
        RoutingNeed need = new RoutingNeed(
                situation.account(),
                escalation.severity(),
                escalation.assessment().band(),
                escalation.level(),
                situation.playbook().findRoute(escalation.assessment().route()).orElse(null),
                situation.at());
        Assignment found = Routing.uninvolved(ROLE, need, barred, situation.roster());
        String because = found.isFilled()
                ? "Led by somebody who took no part in " + escalation.key() + ": " + found.because()
                : "Nobody who took no part in " + escalation.key() + " could be found to lead it, and nobody else may: "
                        + found.because();
        return new ReviewLead(found.person(), because, excluded);
    }

    /** The holder of the role or the duty; if there is none, whoever looked after the escalation finds somebody. */
    private static ReviewLead named(Escalation escalation, String ledBy, Roster roster) {
        String person = Stream.of(ledBy, Route.FACILITATOR, Route.OWNER, Route.SPONSOR)
                .flatMap(role -> Stream.concat(
                        Optional.ofNullable(escalation.people().get(role)).stream(), holders(role, roster)))
                .filter(id -> roster.find(id).isPresent())
                .findFirst()
                .orElse("");
        return new ReviewLead(person, "Led by " + ledBy.replace('-', ' '), List.of());
    }

    private static Stream<String> holders(String duty, Roster roster) {
        return roster.people().stream()
                .filter(person -> person.duties().contains(duty))
                .map(Person::id);
    }
}
