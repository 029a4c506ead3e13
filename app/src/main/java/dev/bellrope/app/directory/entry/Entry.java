package dev.bellrope.app.directory.entry;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An entry that people and systems write to the directory. Texts are stored without surrounding space; unknown values
 * are empty, never null.
 */
public sealed interface Entry {

    EntryKind kind();

    /** Returns what identifies it among its kind: its id, or its owner's id and its own. */
    List<String> key();

    /** Returns the id of the account that it belongs to; empty if none, as for our own people. */
    default String account() {
        return "";
    }

    /** Returns the key as one text for people, such as {@code acme/jana}. */
    default String label() {
        return String.join("/", key());
    }

    /**
     * A customer company.
     *
     * @param id the stable id by which its source knows it
     * @param plan the support plan's name in the playbook
     * @param facts facts for the value rubric and for conditions; whole numbers are {@code Long}, others {@code Double}
     * @param people our people for the account, as role to person id
     */
    @Schema(name = "Account")
    record AccountEntry(
            String id, String name, String plan, String region, Map<String, Object> facts, Map<String, String> people)
            implements Entry {
        public AccountEntry {
            id = id.strip();
            name = name.strip();
            plan = plan.strip();
            region = region.strip();
            facts = FactValues.normal(facts);
            Map<String, String> named = new TreeMap<>();
            people.forEach((role, person) -> named.put(role.strip(), person.strip()));
            people = Collections.unmodifiableMap(named);
        }

        @Override
        public EntryKind kind() {
            return EntryKind.ACCOUNTS;
        }

        @Override
        public String account() {
            return id;
        }

        @Override
        public List<String> key() {
            return List.of(id);
        }
    }

    /**
     * A person at an account.
     *
     * @param language a BCP 47 tag
     * @param zone the IANA zone in which times are given
     * @param position the contact with the lowest position is informed first; equal ones in the order of their ids
     */
    @Schema(name = "Contact")
    record ContactEntry(
            String account,
            String id,
            String name,
            String email,
            String channel,
            String language,
            String zone,
            int position)
            implements Entry {
        public ContactEntry {
            account = account.strip();
            id = id.strip();
            name = name.strip();
            email = email.strip();
            channel = channel.strip();
            language = language.strip();
            zone = Zones.canonical(zone.strip());
        }

        @Override
        public EntryKind kind() {
            return EntryKind.CONTACTS;
        }

        @Override
        public List<String> key() {
            return List.of(account, id);
        }
    }

    /**
     * What a source calls an account.
     *
     * @param source the source, such as {@code zendesk} or {@code alertmanager}
     * @param alias the customer's name, label or project there; case and spacing do not matter
     * @param account the account's id
     */
    @Schema(name = "Alias")
    record AliasEntry(String source, String alias, String account) implements Entry {
        public AliasEntry {
            source = source.strip();
            alias = alias.strip();
            account = account.strip();
        }

        @Override
        public EntryKind kind() {
            return EntryKind.ALIASES;
        }

        @Override
        public List<String> key() {
            return List.of(source, match(alias));
        }

        /** Normalises the case and spacing of an alias. */
        public static String match(String alias) {
            return alias.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A calendar: named working hours.
     *
     * @param hours {@code 24x7}, or days and their hours: {@code mon-fri 08:00-12:00 13:00-17:00; sat 09:00-12:00}
     * @param country the country whose public holidays it observes, such as {@code CZ}; empty for none
     * @param region a part of that country, such as {@code by}; empty for the whole country
     * @param holidays additional days on which it is closed: {@code 2026-12-31 Stocktaking}, {@code *-12-24},
     *     {@code 2026-12-24/2026-12-31}
     * @param worked holidays on which it is open nevertheless
     * @param specialHours other hours on single dates, whatever the rest says: {@code 2026-12-24 08:00-12:00}, {@code
     *     *-12-31 08:00-11:00 12:00-14:00}
     * @param icalendar an iCalendar file of holidays; empty for none
     */
    @Schema(name = "Calendar")
    record CalendarEntry(
            String id,
            String zone,
            String hours,
            String country,
            String region,
            List<String> holidays,
            List<String> worked,
            List<String> specialHours,
            String icalendar)
            implements Entry {
        public CalendarEntry {
            id = id.strip();
            zone = Zones.canonical(zone.strip());
            hours = hours.strip();
            country = country.strip().toUpperCase(Locale.ROOT);
            region = region.strip().toLowerCase(Locale.ROOT);
            holidays = stripped(holidays);
            worked = stripped(worked);
            specialHours = stripped(specialHours);
            icalendar = icalendar.replace("\r\n", "\n").strip();
        }

        @Override
        public EntryKind kind() {
            return EntryKind.CALENDARS;
        }

        @Override
        public List<String> key() {
            return List.of(id);
        }
    }

    /**
     * One of our teams.
     *
     * @param calendar the hours of its people without their own; empty for always
     */
    @Schema(name = "Team")
    record TeamEntry(String id, String name, String calendar) implements Entry {
        public TeamEntry {
            id = id.strip();
            name = name.strip();
            calendar = calendar.strip();
        }

        @Override
        public EntryKind kind() {
            return EntryKind.TEAMS;
        }

        @Override
        public List<String> key() {
            return List.of(id);
        }
    }

    /**
     * One of our people.
     *
     * @param seniority 1 (new) to 5 (most senior)
     * @param calendar the name of their calendar; empty for their team's
     * @param backup the person who stands in; empty for nobody
     */
    @Schema(name = "Person")
    record PersonEntry(
            String id,
            String name,
            String email,
            String team,
            String function,
            List<String> duties,
            List<String> skills,
            int seniority,
            String calendar,
            String backup)
            implements Entry {
        public PersonEntry {
            id = id.strip();
            name = name.strip();
            email = email.strip();
            team = team.strip();
            function = function.strip();
            duties = stripped(duties);
            skills = stripped(skills);
            calendar = calendar.strip();
            backup = backup.strip();
        }

        @Override
        public EntryKind kind() {
            return EntryKind.PEOPLE;
        }

        @Override
        public List<String> key() {
            return List.of(id);
        }
    }

    /**
     * An absence of one of our people.
     *
     * @param id identifies it among the person's absences
     * @param from the first day, local time or instant away
     * @param until the last day away, or the first local time or instant back
     */
    @Schema(name = "Absence")
    record AbsenceEntry(String person, String id, String from, String until, String reason) implements Entry {
        public AbsenceEntry {
            person = person.strip();
            from = from.strip();
            until = until.strip();
            id = id.isBlank() ? from : id.strip();
            reason = reason.strip();
        }

        /** Returns the first instant away, for somebody in a zone. */
        public Instant begins(ZoneId zone) {
            return AbsenceEnd.from(from, zone);
        }

        /** Returns the first instant back, for somebody in a zone. */
        public Instant ends(ZoneId zone) {
            return AbsenceEnd.until(until, zone);
        }

        @Override
        public EntryKind kind() {
            return EntryKind.ABSENCES;
        }

        @Override
        public List<String> key() {
            return List.of(person, id);
        }
    }

    private static List<String> stripped(List<String> texts) {
        return texts.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }
}
