package dev.bellrope.app.directory.web;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.directory.Entries;
import dev.bellrope.app.directory.csv.Cells;
import dev.bellrope.app.directory.entry.Entry.CalendarEntry;
import dev.bellrope.app.directory.entry.Entry.TeamEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.entry.StoredEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes the form of an entry. Its columns are those of the CSV files, so that forms, files and the API agree. */
@Component
public class EntryForm {
    /** The largest number of choices that is still useful in a list. */
    private static final int CHOICES = 500;

    private static final Set<String> LISTS =
            Set.of("duties", "skills", "holidays", "worked", "special_hours", "facts", "people");
    private static final Set<String> NEEDED =
            Set.of("id", "person", "name", "account", "source", "alias", "hours", "from", "until");
    private static final Set<String> HINTED = Set.of(
            "id",
            "hours",
            "holidays",
            "worked",
            "special_hours",
            "icalendar",
            "facts",
            "people",
            "from",
            "until",
            "duties",
            "skills",
            "calendar",
            "position",
            "language");

    private final Entries entries;
    private final Directory directory;

    EntryForm(Entries entries, Directory directory) {
        this.entries = entries;
        this.directory = directory;
    }

    /**
     * A field of the form.
     *
     * @param name the name of the column
     * @param kind the kind of input: {@code line}, {@code email}, {@code number}, {@code lines}, {@code file},
     *     {@code choice}
     * @param fixed whether it is part of the key, and so cannot be changed
     * @param choices value to label; empty unless it is a choice
     */
    @SuppressWarnings("InvalidParam") // choice is a kind
    public record EntryField(
            String name,
            String kind,
            String value,
            boolean must,
            boolean fixed,
            boolean hinted,
            Map<String, String> choices) {}

    /**
     * A line of a list.
     *
     * @param label the text of the link to the entry
     */
    public record EntryLine(String label, Map<String, String> key, Map<String, String> cells) {}

    /**
     * Returns the fields of an entry.
     *
     * @param cells their values
     * @param fresh whether the entry is new
     */
    List<EntryField> fields(EntryKind kind, Map<String, String> cells, boolean fresh) {
        return Cells.columns(kind).stream()
                .filter(column -> !(kind == EntryKind.ABSENCES && column.equals("id") && fresh))
                .map(column -> new EntryField(
                        column,
                        input(kind, column),
                        cells.getOrDefault(column, ""),
                        must(kind, column),
                        !fresh && Cells.keys(kind).contains(column),
                        HINTED.contains(column),
                        choices(kind, column, cells.getOrDefault(column, ""))))
                .toList();
    }

    private static boolean must(EntryKind kind, String column) {
        return NEEDED.contains(column) || (kind == EntryKind.CALENDARS && column.equals("zone"));
    }

    private static String input(EntryKind kind, String column) {
        if (LISTS.contains(column)) {
            return "lines";
        }
        return switch (column) {
            case "email" -> "email";
            case "position" -> "number";
            case "icalendar" -> "file";
            case "seniority", "team", "backup", "person" -> "choice";
            case "calendar" -> kind == EntryKind.CALENDARS ? "line" : "choice";
            default -> "line";
        };
    }

    private Map<String, String> choices(EntryKind kind, String column, String value) {
        Map<String, String> choices = new LinkedHashMap<>();
        switch (input(kind, column).equals("choice") ? column : "") {
            case "seniority" -> List.of("1", "2", "3", "4", "5").forEach(one -> choices.put(one, one));
            case "team" -> {
                choices.put("", "");
                entries.<TeamEntry>list(EntryKind.TEAMS, "", List.of(""), VisibleAccounts.ALL, CHOICES).stream()
                        .map(StoredEntry::entry)
                        .forEach(team -> choices.put(team.id(), team.name()));
            }
            case "backup", "person" -> {
                choices.put("", "");
                directory.people().forEach(person -> choices.put(person.id(), person.name()));
            }
            case "calendar" -> {
                choices.put("", "");
                choices.put("always", "always");
                entries.<CalendarEntry>list(EntryKind.CALENDARS, "", List.of(""), VisibleAccounts.ALL, CHOICES).stream()
                        .map(StoredEntry::entry)
                        .forEach(calendar -> choices.put(calendar.id(), calendar.id() + ", " + calendar.zone()));
            }
            default -> {}
        }
        if (!choices.isEmpty() && !value.isEmpty()) {
            choices.putIfAbsent(value, value);
        }
        return choices;
    }

    /** Returns the columns of a list; the first one links to the entry. */
    static List<String> listed(EntryKind kind) {
        return switch (kind) {
            case ACCOUNTS -> List.of("name", "id", "plan", "region");
            case CONTACTS -> List.of("name", "account", "email", "language", "zone");
            case ALIASES -> List.of("alias", "source", "account");
            case CALENDARS -> List.of("id", "zone", "hours", "country");
            case TEAMS -> List.of("name", "id", "calendar");
            case PEOPLE -> List.of("name", "team", "function", "duties", "skills", "calendar", "backup");
            case ABSENCES -> List.of("person", "from", "until", "reason");
        };
    }
}
