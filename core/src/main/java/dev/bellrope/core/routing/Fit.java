package dev.bellrope.core.routing;

import static java.util.stream.Collectors.joining;

import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.playbook.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How well one person fits, as the sum of parts that each can be said in words.
 *
 * <p>Points are scaled so that another zone, where it is wanted, outweighs being on duty, and that outweighs all the rest; among people
 * who are off duty a minute sooner is a point. The most wanted skill outweighs all further ones together.
 *
 * @param person who
 * @param barred why they may not be chosen; empty when they may
 * @param parts in the order in which they are said
 */
record Fit(Person person, String barred, List<Part> parts, int score) {
    /** The chosen order: the higher score, then the person's id. */
    static final Comparator<Fit> BEST_FIRST = Comparator.comparingInt(Fit::score)
            .reversed()
            .thenComparing(fit -> fit.person().id());

    private static final int OTHER_ZONE = 200_000;
    private static final int ON_DUTY = 100_000;
    private static final int OFF_DUTY = 50_000;
    private static final int WAIT_CAP = 20_000; // minutes, a fortnight
    private static final int FIRST_SKILL = 640; // each further one half of the one before
    private static final int TOO_JUNIOR = 400; // for each step of seniority that is missing
    private static final int LOAD = 40; // for each point of load
    private static final int LOAD_CAP = 20_000;
    private static final int ACCOUNT_PERSON = 250;
    private static final int HANDLED = 100; // for each escalation of the account, three at most

    /**
     * One part of the score.
     *
     * @param points what it adds
     * @param words what is said of the chosen one; empty to say nothing
     * @param label what is compared; empty when the measure speaks for itself
     * @param measure what this person has of it
     */
    record Part(int points, String words, String label, String measure) {}

    /** What everybody is measured by. */
    record Yardstick(
            Routing.Need need,
            List<String> skills,
            Roster roster,
            Map<String, String> barred,
            OtherZone otherZone,
            Map<WorkingCalendar, Availability> byCalendar) {
        Yardstick(
                Routing.Need need,
                List<String> skills,
                Roster roster,
                Map<String, String> barred,
                OtherZone otherZone) {
            this(need, skills, roster, barred, otherZone, new IdentityHashMap<>());
        }

        /** People who keep the same calendar and have no absences are available alike; that is found out once. */
        Availability availability(Person person) {
            return person.absences().isEmpty()
                    ? byCalendar.computeIfAbsent(person.calendar(), calendar -> Availability.of(person, need.at()))
                    : Availability.of(person, need.at());
        }
    }

    /** Whose zone is to be avoided, where one is. */
    sealed interface OtherZone {
        record Any() implements OtherZone {}

        record Than(Person owner) implements OtherZone {}
    }

    /** The score is more than 0 for everybody who may be chosen, 0 for the others. */
    private static Fit of(Person person, String barred, List<Part> parts) {
        int points = 0;
        for (Part part : parts) {
            points += part.points();
        }
        return new Fit(person, barred, parts, barred.isEmpty() ? points : 0);
    }

    static Fit of(Person person, Yardstick by) {
        Instant at = by.need().at();
        Availability availability = by.availability(person);
        String availabilityWords = availability.words(person.calendar().zone(), at);
        String barred = by.barred().getOrDefault(person.id(), "");
        if (availability instanceof Availability.Away && barred.isEmpty()) {
            barred = availabilityWords;
        }
        List<Part> parts = new ArrayList<>();
        if (by.otherZone() instanceof OtherZone.Than(Person owner)) {
            parts.add(zone(person, owner, at));
        }
        parts.add(new Part(points(availability, at), availabilityWords, "", availabilityWords));
        if (!by.skills().isEmpty()) {
            parts.add(skills(person, by.skills()));
        }
        parts.add(seniority(person, by.need().severity()));
        parts.add(load(by.roster().load(person.id())));
        parts.add(account(person, by));
        return of(person, barred, List.copyOf(parts));
    }

    boolean isEligible() {
        return barred.isEmpty();
    }

    /** Why they were chosen. */
    String words() {
        return parts.stream().map(Part::words).filter(word -> !word.isEmpty()).collect(joining(", "));
    }

    /** Why somebody else was: the two parts that made the most of the difference. */
    String behind(Fit chosen) {
        if (score() == chosen.score()) {
            return "not chosen: " + chosen.person().name() + " scores the same and comes first by id";
        }
        List<Integer> lost = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (chosen.parts.get(i).points() > parts.get(i).points()) {
                lost.add(i);
            }
        }
        lost.sort(Comparator.comparingInt(
                i -> parts.get(i).points() - chosen.parts.get(i).points()));
        String why = lost.stream()
                .limit(2)
                .map(i -> compare(parts.get(i), chosen.parts.get(i)))
                .collect(joining("; "));
        return "not chosen: " + chosen.person().name() + " scores higher (" + why + ")";
    }

    private static String compare(Part mine, Part theirs) {
        return (mine.label().isEmpty() ? "" : mine.label() + " ") + mine.measure() + " vs " + theirs.measure();
    }

    private static Part zone(Person person, Person owner, Instant at) {
        String zone = person.calendar().zone().toString();
        return differs(person, owner, at)
                ? new Part(OTHER_ZONE, "another zone than " + owner.name() + " (" + zone + ")", "zone", zone)
                : new Part(0, "", "zone", zone);
    }

    /** Whether the clocks of two people differ: Prague and Berlin are one zone to somebody who is asleep. */
    static boolean differs(Person person, Person other, Instant at) {
        return !person.calendar()
                .zone()
                .getRules()
                .getOffset(at)
                .equals(other.calendar().zone().getRules().getOffset(at));
    }

    private static int points(Availability availability, Instant at) {
        return switch (availability) {
            case Availability.OnDuty ignored -> ON_DUTY;
            case Availability.OffDuty(Instant opens) ->
                OFF_DUTY - (int) Math.min(WAIT_CAP, Duration.between(at, opens).toMinutes());
            case Availability.Away ignored -> 0;
        };
    }

    private static Part skills(Person person, List<String> wanted) {
        List<String> known = new ArrayList<>();
        int points = 0;
        int worth = FIRST_SKILL;
        for (String skill : wanted.stream().distinct().toList()) {
            if (person.skills().stream().anyMatch(has -> lower(has).equals(lower(skill)))) {
                known.add(skill);
                points += worth;
            }
            worth /= 2;
        }
        String words = known.isEmpty() ? "" : "knows " + String.join(" and ", known);
        return new Part(points, words, "knows", known.isEmpty() ? "nothing wanted" : String.join(" and ", known));
    }

    private static String lower(String skill) {
        return skill.strip().toLowerCase(Locale.ROOT);
    }

    /** F-05: the worse it is, the more senior the owner; too junior counts against somebody and rules nobody out. */
    private static Part seniority(Person person, Severity severity) {
        int wanted = switch (severity) {
            case S1 -> 4;
            case S2 -> 3;
            case S3, S4 -> 1;
        };
        int missing = Math.max(0, wanted - person.seniority());
        String words =
                missing == 0 ? "" : "seniority " + person.seniority() + " where " + severity + " wants " + wanted;
        return new Part(-TOO_JUNIOR * missing, words, "seniority", String.valueOf(person.seniority()));
    }

    private static Part load(Roster.Load load) {
        int points = -(int) Math.min(LOAD_CAP, (long) LOAD * load.weight());
        String words = load.open() == 0 && load.weight() == 0
                ? "nothing open"
                : load.open() + " open (" + load.weight() + (load.weight() == 1 ? " point)" : " points)");
        return new Part(points, words, "load", String.valueOf(load.weight()));
    }

    private static Part account(Person person, Yardstick by) {
        int handled = by.roster().handledBefore().getOrDefault(person.id(), 0);
        List<String> words = new ArrayList<>();
        by.need().account().people().entrySet().stream()
                .filter(entry -> entry.getValue().equals(person.id()))
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(role -> words.add(role + " of this account"));
        int points = (words.isEmpty() ? 0 : ACCOUNT_PERSON) + HANDLED * Math.min(3, handled);
        if (handled > 0) {
            words.add("handled " + handled + " for this account");
        }
        String text = String.join(", ", words);
        return new Part(points, text, "", text.isEmpty() ? "new to this account" : text);
    }
}
