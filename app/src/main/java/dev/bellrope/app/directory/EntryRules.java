package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.AbsenceEnd;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.Entry.AbsenceEntry;
import dev.bellrope.app.directory.entry.Entry.AccountEntry;
import dev.bellrope.app.directory.entry.Entry.AliasEntry;
import dev.bellrope.app.directory.entry.Entry.CalendarEntry;
import dev.bellrope.app.directory.entry.Entry.ContactEntry;
import dev.bellrope.app.directory.entry.Entry.PersonEntry;
import dev.bellrope.app.directory.entry.Entry.TeamEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.entry.Flaws;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** The rules for entries, whichever way they come in. */
@Component
class EntryRules {
    private static final String ALWAYS = "always";

    private final CalendarRules calendars;

    EntryRules(CalendarRules calendars) {
        this.calendars = calendars;
    }

    /** Adds to the flaws what is wrong with an entry, by column. */
    void check(Entry entry, References references, long line, Flaws flaws) {
        EntryCheck checked = new EntryCheck(references, line, flaws);
        switch (entry) {
            case AccountEntry account -> account(account, checked);
            case ContactEntry contact -> contact(contact, checked);
            case AliasEntry alias -> alias(alias, checked);
            case CalendarEntry calendar -> calendars.check(calendar, checked);
            case TeamEntry team -> team(team, checked);
            case PersonEntry person -> person(person, checked);
            case AbsenceEntry absence -> absence(absence, checked);
        }
    }

    private static void account(AccountEntry account, EntryCheck checked) {
        checked.id("id", account.id());
        checked.needed("name", account.name(), EntryCheck.NAME);
        checked.text("plan", account.plan(), EntryCheck.WORD);
        checked.text("region", account.region(), EntryCheck.WORD);
        FactRules.check(account.facts(), checked);
        account.people().forEach((role, person) -> {
            checked.word("person." + role, role, "a role is");
            if (checked.id("person." + role, person)) {
                checked.reference("person." + role, EntryKind.PEOPLE, person);
            }
        });
    }

    private static void contact(ContactEntry contact, EntryCheck checked) {
        if (checked.id("account", contact.account())) {
            checked.reference("account", EntryKind.ACCOUNTS, contact.account());
        }
        checked.id("id", contact.id());
        checked.needed("name", contact.name(), EntryCheck.NAME);
        checked.email("email", contact.email());
        checked.optionalWord("channel", contact.channel(), "a channel is");
        checked.language("language", contact.language());
        checked.zone("zone", contact.zone());
        checked.between("position", contact.position(), 1, 9999);
    }

    private static void alias(AliasEntry alias, EntryCheck checked) {
        checked.needed("source", alias.source(), EntryCheck.SOURCE);
        checked.needed("alias", alias.alias(), EntryCheck.SOURCE);
        if (checked.id("account", alias.account())) {
            checked.reference("account", EntryKind.ACCOUNTS, alias.account());
        }
    }

    private static void team(TeamEntry team, EntryCheck checked) {
        checked.id("id", team.id());
        checked.needed("name", team.name(), EntryCheck.NAME);
        calendarName(team.calendar(), checked);
    }

    private static void person(PersonEntry person, EntryCheck checked) {
        checked.id("id", person.id());
        checked.needed("name", person.name(), EntryCheck.NAME);
        checked.email("email", person.email());
        if (!person.team().isEmpty() && checked.id("team", person.team())) {
            checked.reference("team", EntryKind.TEAMS, person.team());
        }
        checked.optionalWord("function", person.function(), "a function is");
        checked.words("duties", person.duties());
        checked.words("skills", person.skills());
        checked.between("seniority", person.seniority(), 1, 5);
        calendarName(person.calendar(), checked);
        if (person.backup().equals(person.id()) && !person.id().isEmpty()) {
            checked.flaw(
                    "backup", person.backup(), "nobody stands in for themselves; accepted is the id of another person");
        } else if (!person.backup().isEmpty() && checked.id("backup", person.backup())) {
            checked.reference("backup", EntryKind.PEOPLE, person.backup());
        }
    }

    private static void calendarName(String calendar, EntryCheck checked) {
        if (!calendar.isEmpty() && !calendar.equals(ALWAYS) && checked.id("calendar", calendar)) {
            checked.reference("calendar", EntryKind.CALENDARS, calendar);
        }
    }

    private static void absence(AbsenceEntry absence, EntryCheck checked) {
        if (checked.id("person", absence.person())) {
            checked.reference("person", EntryKind.PEOPLE, absence.person());
        }
        checked.id("id", absence.id());
        checked.text("reason", absence.reason(), EntryCheck.NAME);
        Instant from = instant("from", absence.from(), true, checked);
        Instant until = instant("until", absence.until(), false, checked);
        if (!from.equals(Instant.MIN) && !until.equals(Instant.MIN) && !until.isAfter(from)) {
            checked.flaw("until", absence.until(), "must be after " + absence.from());
        }
    }

    private static Instant instant(String column, String text, boolean first, EntryCheck checked) {
        try {
            return first ? AbsenceEnd.from(text, ZoneOffset.UTC) : AbsenceEnd.until(text, ZoneOffset.UTC);
        } catch (DateTimeException unreadable) {
            checked.flaw(column, text, "is no time; accepted is " + AbsenceEnd.ACCEPTED);
            return Instant.MIN;
        }
    }
}
