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
 * @param rule who the playbook says leads it; a sentence without its full stop
 * @param missing why nobody was found; empty if somebody was
 * @param excluded the ids of those who may not lead it because they took part; empty unless the playbook wants somebody
 *     uninvolved
 */
public record ReviewLead(String person, String rule, String missing, List<String> excluded) {
    private static final String ROLE = "review-lead";

    public ReviewLead {
        excluded = List.copyOf(excluded);
    }

    /** Returns what the review's note says: only what stays true when somebody else leads it later. */
    public String note() {
        return rule + "." + (missing.isEmpty() ? "" : " When it was opened, " + missing + ".");
    }

    /** Finds who leads the review of an escalation, as its playbook says. */
    public static ReviewLead of(Escalation escalation, Exit.Review review, Situation situation) {
        return review.isLedByUninvolved()
                ? uninvolved(escalation, situation)
                : named(escalation, review.ledBy(), situation.roster());
    }

    private static ReviewLead uninvolved(Escalation escalation, Situation situation) {
        // Programs too: what one did for somebody, it does not judge for somebody else.
        List<String> excluded = List.copyOf(escalation.reviewBasis().involved());
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
        String rule = "Somebody who took no part in " + escalation.key() + " leads it";
        return new ReviewLead(
                found.person(), rule, found.isFilled() ? "" : "nobody was found: " + found.because(), excluded);
    }

    /** The holder of the role or the duty; if there is none, whoever looked after the escalation finds somebody. */
    private static ReviewLead named(Escalation escalation, String ledBy, Roster roster) {
        String person = Stream.of(ledBy, Route.FACILITATOR, Route.OWNER, Route.SPONSOR)
                .flatMap(role -> Stream.concat(
                        Optional.ofNullable(escalation.people().get(role)).stream(), holders(role, roster)))
                .filter(id -> roster.find(id).isPresent())
                .findFirst()
                .orElse("");
        return new ReviewLead(person, "The " + ledBy.replace('-', ' ') + " leads it", "", List.of());
    }

    private static Stream<String> holders(String duty, Roster roster) {
        return roster.people().stream()
                .filter(person -> person.duties().contains(duty))
                .map(Person::id);
    }
}
