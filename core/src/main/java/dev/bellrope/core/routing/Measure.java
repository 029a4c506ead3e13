package dev.bellrope.core.routing;

import dev.bellrope.core.playbook.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A measure by which people are compared: its points, and its words. It is put into words only for a reader, because
 * most of the people who are considered are never mentioned.
 *
 * <p>Points are scaled so that another time zone, if it is wanted, outweighs being on duty, and being on duty outweighs
 * everything else. Among people who are off duty, a minute sooner is a point. The most important skill outweighs all
 * the others together.
 */
sealed interface Measure {
    /** Returns what it adds to the score. */
    int points();

    /** Returns what to say about the person who was chosen; empty to say nothing. */
    String words();

    /** Returns the name of what is compared; empty if the measure speaks for itself. */
    String label();

    /** Returns this person's amount of it. */
    String amount();

    /** Measures whether a person's clock differs from the owner's, if that is wanted. */
    record ZoneMeasure(Person person, Person owner, Instant at) implements Measure {
        private static final int OTHER = 200_000;

        @Override
        public int points() {
            return differs(person, owner, at) ? OTHER : 0;
        }

        @Override
        public String words() {
            return differs(person, owner, at) ? "another zone than " + owner.name() + " (" + amount() + ")" : "";
        }

        @Override
        public String label() {
            return "zone";
        }

        @Override
        public String amount() {
            return person.calendar().zone().toString();
        }

        /**
         * Returns whether the clocks of two people differ: Prague and Berlin count as one zone, because people there
         * sleep at the same time.
         */
        static boolean differs(Person person, Person other, Instant at) {
            return !person.calendar()
                    .zone()
                    .getRules()
                    .getOffset(at)
                    .equals(other.calendar().zone().getRules().getOffset(at));
        }
    }

    /** Measures whether a person works now, or else how soon. */
    record DutyMeasure(Availability availability, ZoneId zone, Instant at) implements Measure {
        private static final int ON = 100_000;
        private static final int OFF = 50_000;
        private static final int WAIT_CAP = 20_000; // in minutes, a fortnight

        @Override
        public int points() {
            return switch (availability) {
                case Availability.OnDuty ignored -> ON;
                case Availability.OffDuty(Instant opens) ->
                    OFF - (int) Math.min(WAIT_CAP, Duration.between(at, opens).toMinutes());
                case Availability.Away ignored -> 0;
            };
        }

        @Override
        public String words() {
            return availability.words(zone, at);
        }

        @Override
        public String label() {
            return "";
        }

        @Override
        public String amount() {
            return words();
        }
    }

    /** Measures how many of the wanted skills a person has. */
    record SkillsMeasure(List<String> known, int points) implements Measure {
        private static final int FIRST = 640; // each further skill is worth half as much as the one before

        static SkillsMeasure of(Person person, List<String> wanted) {
            List<String> known = new ArrayList<>();
            int points = 0;
            int worth = FIRST;
            for (String skill : wanted.stream().distinct().toList()) {
                if (person.skills().stream().anyMatch(has -> lower(has).equals(lower(skill)))) {
                    known.add(skill);
                    points += worth;
                }
                worth /= 2;
            }
            return new SkillsMeasure(known, points);
        }

        @Override
        public String words() {
            return known.isEmpty() ? "" : "knows " + String.join(" and ", known);
        }

        @Override
        public String label() {
            return "knows";
        }

        @Override
        public String amount() {
            return known.isEmpty() ? "nothing wanted" : String.join(" and ", known);
        }

        private static String lower(String skill) {
            return skill.strip().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Measures seniority (F-05): the worse the severity, the more senior the owner should be. Being too junior costs
     * points, but rules nobody out.
     */
    record SeniorityMeasure(int has, Severity severity) implements Measure {
        private static final int TOO_JUNIOR = 400; // for each missing step

        private int wanted() {
            return switch (severity) {
                case S1 -> 4;
                case S2 -> 3;
                case S3, S4 -> 1;
            };
        }

        @Override
        public int points() {
            return -TOO_JUNIOR * Math.max(0, wanted() - has);
        }

        @Override
        public String words() {
            return has >= wanted() ? "" : "seniority " + has + " where " + severity + " wants " + wanted();
        }

        @Override
        public String label() {
            return "seniority";
        }

        @Override
        public String amount() {
            return String.valueOf(has);
        }
    }

    /** Measures how much work a person already has. */
    record LoadMeasure(Roster.PersonLoad carried) implements Measure {
        private static final int EACH = 40; // for each point of load
        private static final int CAP = 20_000;

        @Override
        public int points() {
            return -(int) Math.min(CAP, (long) EACH * carried.weight());
        }

        @Override
        public String words() {
            return carried.open() == 0 && carried.weight() == 0
                    ? "nothing open"
                    : carried.open() + " open (" + carried.weight() + (carried.weight() == 1 ? " point)" : " points)");
        }

        @Override
        public String label() {
            return "load";
        }

        @Override
        public String amount() {
            return String.valueOf(carried.weight());
        }
    }

    /**
     * Measures how well a person knows the account.
     *
     * @param roles the person's roles for the account, in order
     * @param handled how many of the account's escalations the person owned before
     */
    record AcquaintanceMeasure(List<String> roles, int handled) implements Measure {
        private static final int ROLE = 250;
        private static final int HANDLED = 100; // for each escalation, at most three

        static AcquaintanceMeasure of(Person person, Map<String, String> peopleOfAccount, int handled) {
            return new AcquaintanceMeasure(
                    peopleOfAccount.containsValue(person.id())
                            ? peopleOfAccount.entrySet().stream()
                                    .filter(entry -> entry.getValue().equals(person.id()))
                                    .map(Map.Entry::getKey)
                                    .sorted()
                                    .toList()
                            : List.of(),
                    handled);
        }

        @Override
        public int points() {
            return (roles.isEmpty() ? 0 : ROLE) + HANDLED * Math.min(3, handled);
        }

        @Override
        public String words() {
            List<String> words = new ArrayList<>();
            roles.forEach(role -> words.add(role + " of this account"));
            if (handled > 0) {
                words.add("handled " + handled + " for this account");
            }
            return String.join(", ", words);
        }

        @Override
        public String label() {
            return "";
        }

        @Override
        public String amount() {
            String words = words();
            return words.isEmpty() ? "new to this account" : words;
        }
    }
}
