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
 * One thing by which people are compared: what it counts, and how it is said. It is put into words only where somebody reads
 * them; most of those who are looked at are not told of.
 *
 * <p>Points are scaled so that another zone, where it is wanted, outweighs being on duty, and that outweighs all the rest; among
 * people who are off duty a minute sooner is a point. The most wanted skill outweighs all further ones together.
 */
sealed interface Measure {
    /** What it adds to the score. */
    int points();

    /** What is said of the chosen one; empty to say nothing. */
    String words();

    /** What is compared; empty when the measure speaks for itself. */
    String label();

    /** What this person has of it. */
    String amount();

    /** Whether somebody's clock differs from the owner's, where that is wanted. */
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

        /** Whether the clocks of two people differ: Prague and Berlin are one zone to somebody who is asleep. */
        static boolean differs(Person person, Person other, Instant at) {
            return !person.calendar()
                    .zone()
                    .getRules()
                    .getOffset(at)
                    .equals(other.calendar().zone().getRules().getOffset(at));
        }
    }

    /** Whether somebody works now, or else how soon. */
    record DutyMeasure(Availability availability, ZoneId zone, Instant at) implements Measure {
        private static final int ON = 100_000;
        private static final int OFF = 50_000;
        private static final int WAIT_CAP = 20_000; // minutes, a fortnight

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

    /** What somebody knows of what is wanted. */
    record SkillsMeasure(List<String> known, int points) implements Measure {
        private static final int FIRST = 640; // each further one half of the one before

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

    /** F-05: the worse it is, the more senior the owner; too junior counts against somebody and rules nobody out. */
    record SeniorityMeasure(int has, Severity severity) implements Measure {
        private static final int TOO_JUNIOR = 400; // for each step that is missing

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

    /** What somebody carries already. */
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
     * How well somebody knows the account.
     *
     * @param roles what they are to it, in order
     * @param handled how many of its escalations they owned before
     */
    record AcquaintanceMeasure(List<String> roles, int handled) implements Measure {
        private static final int ROLE = 250;
        private static final int HANDLED = 100; // for each, three at most

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
