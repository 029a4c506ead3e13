package dev.bellrope.core.routing;

import static java.util.stream.Collectors.joining;

import dev.bellrope.core.calendar.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well a person fits a role: the sum of measures, each of which can be put into words.
 *
 * @param person the person
 * @param barred why the person may not be chosen; empty if they may
 * @param measures in the order in which they are put into words
 * @param score the points of all measures: more than 0 for everybody who may be chosen, 0 for everybody else
 */
record Fit(Person person, String barred, List<Measure> measures, int score) {
    /** Orders by score, highest first, then by the person's id. */
    static final Comparator<Fit> BEST_FIRST = (one, other) -> one.score != other.score
            ? Integer.compare(other.score, one.score)
            : one.person.id().compareTo(other.person.id());

    /** What everybody is measured against. */
    record Yardstick(
            RoutingNeed need,
            List<String> skills,
            Roster roster,
            Map<String, String> barred,
            OtherZone otherZone,
            Map<WorkingCalendar, Availability> byCalendar) {
        Yardstick(
                RoutingNeed need, List<String> skills, Roster roster, Map<String, String> barred, OtherZone otherZone) {
            this(need, skills, roster, barred, otherZone, new IdentityHashMap<>());
        }

        /**
         * Returns a person's availability. People with the same calendar and no absences share one result, which is
         * computed once.
         */
        Availability availability(Person person) {
            return person.absences().isEmpty()
                    ? byCalendar.computeIfAbsent(person.calendar(), calendar -> Availability.of(person, need.at()))
                    : Availability.of(person, need.at());
        }
    }

    /** The person whose time zone is to be avoided, if any. */
    sealed interface OtherZone {
        record Any() implements OtherZone {}

        record Than(Person owner) implements OtherZone {}
    }

    static Fit of(Person person, Yardstick by) {
        Instant at = by.need().at();
        Availability availability = by.availability(person);
        Measure duty = new Measure.DutyMeasure(availability, person.calendar().zone(), at);
        String barred = by.barred().getOrDefault(person.id(), "");
        if (availability instanceof Availability.Away && barred.isEmpty()) {
            barred = duty.words();
        }
        List<Measure> measures = new ArrayList<>(6);
        if (by.otherZone() instanceof OtherZone.Than(Person owner)) {
            measures.add(new Measure.ZoneMeasure(person, owner, at));
        }
        measures.add(duty);
        if (!by.skills().isEmpty()) {
            measures.add(Measure.SkillsMeasure.of(person, by.skills()));
        }
        measures.add(new Measure.SeniorityMeasure(person.seniority(), by.need().severity()));
        measures.add(new Measure.LoadMeasure(by.roster().load(person.id())));
        measures.add(Measure.AcquaintanceMeasure.of(
                person,
                by.need().account().people(),
                by.roster().handledBefore().getOrDefault(person.id(), 0)));
        int points = 0;
        for (Measure measure : measures) {
            points += measure.points();
        }
        return new Fit(person, barred, measures, barred.isEmpty() ? points : 0);
    }

    boolean isEligible() {
        return barred.isEmpty();
    }

    /** Returns why the person was chosen. */
    String words() {
        return measures.stream()
                .map(Measure::words)
                .filter(word -> !word.isEmpty())
                .collect(joining(", "));
    }

    /** Returns why somebody else was chosen: the two measures that made the biggest difference. */
    String behind(Fit chosen) {
        if (score == chosen.score) {
            return "not chosen: " + chosen.person.name() + " scores the same and comes first by id";
        }
        List<Integer> lost = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            if (chosen.measures.get(i).points() > measures.get(i).points()) {
                lost.add(i);
            }
        }
        lost.sort(Comparator.comparingInt(
                i -> measures.get(i).points() - chosen.measures.get(i).points()));
        String why = lost.stream()
                .limit(2)
                .map(i -> compare(measures.get(i), chosen.measures.get(i)))
                .collect(joining("; "));
        return "not chosen: " + chosen.person.name() + " scores higher (" + why + ")";
    }

    private static String compare(Measure mine, Measure theirs) {
        return (mine.label().isEmpty() ? "" : mine.label() + " ") + mine.amount() + " vs " + theirs.amount();
    }
}
