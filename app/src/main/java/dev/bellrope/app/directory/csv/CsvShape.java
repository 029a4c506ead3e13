package dev.bellrope.app.directory.csv;

import static dev.bellrope.app.directory.csv.CsvRow.or;

import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.Entry.AbsenceEntry;
import dev.bellrope.app.directory.entry.Entry.AccountEntry;
import dev.bellrope.app.directory.entry.Entry.AliasEntry;
import dev.bellrope.app.directory.entry.Entry.CalendarEntry;
import dev.bellrope.app.directory.entry.Entry.ContactEntry;
import dev.bellrope.app.directory.entry.Entry.PersonEntry;
import dev.bellrope.app.directory.entry.Entry.TeamEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The format of the files of one kind.
 *
 * @param needed the columns that a file must have
 * @param columns all columns with a fixed name
 * @param families the prefixes of further columns, such as {@code fact.} for {@code fact.renewal}
 * @param reader reads an entry from a row and, for columns that are not in the file, from the old entry
 * @param cells returns the cells of the columns, in their order
 * @param members returns the cells of the columns with prefixes
 */
record CsvShape<E extends Entry>(
        List<String> needed,
        List<String> columns,
        List<String> families,
        Reader<E> reader,
        Function<E, List<String>> cells,
        Function<E, Map<String, String>> members) {

    interface Reader<E> {
        E read(CsvRow row, @Nullable E before);
    }

    static CsvShape<? extends Entry> of(EntryKind kind) {
        return switch (kind) {
            case ACCOUNTS -> ACCOUNTS;
            case CONTACTS -> CONTACTS;
            case ALIASES -> ALIASES;
            case CALENDARS -> CALENDARS;
            case TEAMS -> TEAMS;
            case PEOPLE -> PEOPLE;
            case ABSENCES -> ABSENCES;
        };
    }

    private static final String FACT = "fact.";
    private static final String PERSON = "person.";

    private static final CsvShape<AccountEntry> ACCOUNTS = new CsvShape<>(
            List.of("id"),
            List.of("id", "name", "plan", "region"),
            List.of(FACT, PERSON),
            (row, before) -> new AccountEntry(
                    row.text("id", ""),
                    row.text("name", or(before, AccountEntry::name, "")),
                    row.text("plan", or(before, AccountEntry::plan, "")),
                    row.text("region", or(before, AccountEntry::region, "")),
                    row.facts(FACT, or(before, AccountEntry::facts, Map.of())),
                    row.family(PERSON, or(before, AccountEntry::people, Map.of()), (role, cell) -> cell)),
            entry -> List.of(entry.id(), entry.name(), entry.plan(), entry.region()),
            entry -> {
                Map<String, String> members = new TreeMap<>();
                entry.facts().forEach((name, value) -> members.put(FACT + name, FactCells.write(value)));
                entry.people().forEach((role, person) -> members.put(PERSON + role, person));
                return members;
            });

    private static final CsvShape<ContactEntry> CONTACTS = plain(
            2,
            "account,id,name,email,channel,language,zone,position",
            (row, before) -> new ContactEntry(
                    row.text("account", ""),
                    row.text("id", ""),
                    row.text("name", or(before, ContactEntry::name, "")),
                    row.text("email", or(before, ContactEntry::email, "")),
                    row.text("channel", or(before, ContactEntry::channel, "")),
                    row.text("language", or(before, ContactEntry::language, "")),
                    row.text("zone", or(before, ContactEntry::zone, "")),
                    row.number("position", or(before, ContactEntry::position, 1), 1)),
            entry -> List.of(
                    entry.account(),
                    entry.id(),
                    entry.name(),
                    entry.email(),
                    entry.channel(),
                    entry.language(),
                    entry.zone(),
                    String.valueOf(entry.position())));

    private static final CsvShape<AliasEntry> ALIASES = plain(
            3,
            "source,alias,account",
            (row, before) -> new AliasEntry(row.text("source", ""), row.text("alias", ""), row.text("account", "")),
            entry -> List.of(entry.source(), entry.alias(), entry.account()));

    private static final CsvShape<CalendarEntry> CALENDARS = plain(
            1,
            "id,zone,hours,country,region,holidays,worked,special_hours,icalendar",
            (row, before) -> new CalendarEntry(
                    row.text("id", ""),
                    row.text("zone", or(before, CalendarEntry::zone, "")),
                    row.text("hours", or(before, CalendarEntry::hours, "")),
                    row.text("country", or(before, CalendarEntry::country, "")),
                    row.text("region", or(before, CalendarEntry::region, "")),
                    row.list("holidays", or(before, CalendarEntry::holidays, List.of())),
                    row.list("worked", or(before, CalendarEntry::worked, List.of())),
                    row.list("special_hours", or(before, CalendarEntry::specialHours, List.of())),
                    row.text("icalendar", or(before, CalendarEntry::icalendar, ""))),
            entry -> List.of(
                    entry.id(),
                    entry.zone(),
                    entry.hours(),
                    entry.country(),
                    entry.region(),
                    String.join(CsvRow.BETWEEN, entry.holidays()),
                    String.join(CsvRow.BETWEEN, entry.worked()),
                    String.join(CsvRow.BETWEEN, entry.specialHours()),
                    entry.icalendar()));

    private static final CsvShape<TeamEntry> TEAMS = plain(
            1,
            "id,name,calendar",
            (row, before) -> new TeamEntry(
                    row.text("id", ""),
                    row.text("name", or(before, TeamEntry::name, "")),
                    row.text("calendar", or(before, TeamEntry::calendar, ""))),
            entry -> List.of(entry.id(), entry.name(), entry.calendar()));

    private static final CsvShape<PersonEntry> PEOPLE = plain(
            1,
            "id,name,email,team,function,duties,skills,seniority,calendar,backup",
            (row, before) -> new PersonEntry(
                    row.text("id", ""),
                    row.text("name", or(before, PersonEntry::name, "")),
                    row.text("email", or(before, PersonEntry::email, "")),
                    row.text("team", or(before, PersonEntry::team, "")),
                    row.text("function", or(before, PersonEntry::function, "")),
                    row.list("duties", or(before, PersonEntry::duties, List.of())),
                    row.list("skills", or(before, PersonEntry::skills, List.of())),
                    row.number("seniority", or(before, PersonEntry::seniority, 1), 1),
                    row.text("calendar", or(before, PersonEntry::calendar, "")),
                    row.text("backup", or(before, PersonEntry::backup, ""))),
            entry -> List.of(
                    entry.id(),
                    entry.name(),
                    entry.email(),
                    entry.team(),
                    entry.function(),
                    String.join(CsvRow.BETWEEN, entry.duties()),
                    String.join(CsvRow.BETWEEN, entry.skills()),
                    String.valueOf(entry.seniority()),
                    entry.calendar(),
                    entry.backup()));

    private static final CsvShape<AbsenceEntry> ABSENCES = new CsvShape<>(
            List.of("person", "from", "until"),
            List.of("person", "id", "from", "until", "reason"),
            List.of(),
            (row, before) -> new AbsenceEntry(
                    row.text("person", ""),
                    row.text("id", ""),
                    row.text("from", ""),
                    row.text("until", ""),
                    row.text("reason", or(before, AbsenceEntry::reason, ""))),
            entry -> List.of(entry.person(), entry.id(), entry.from(), entry.until(), entry.reason()),
            entry -> Map.of());

    private static <E extends Entry> CsvShape<E> plain(
            int needed, String columns, Reader<E> reader, Function<E, List<String>> cells) {
        List<String> names = Arrays.asList(columns.split(","));
        return new CsvShape<>(names.subList(0, needed), names, List.of(), reader, cells, entry -> Map.of());
    }
}
