package dev.bellrope.app.directory.entry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of entries in the directory, by the names in files and addresses. */
public enum EntryKind {
    ACCOUNTS("account", DirectoryPart.CUSTOMERS),
    CONTACTS("contact", DirectoryPart.CUSTOMERS),
    ALIASES("alias", DirectoryPart.CUSTOMERS),
    CALENDARS("calendar", DirectoryPart.PEOPLE),
    TEAMS("team", DirectoryPart.PEOPLE),
    PEOPLE("person", DirectoryPart.PEOPLE),
    ABSENCES("absence", DirectoryPart.PEOPLE);

    /** A part of the directory with one writer at a time and one revision. */
    public enum DirectoryPart {
        CUSTOMERS,
        PEOPLE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String one;
    private final DirectoryPart part;

    EntryKind(String one, DirectoryPart part) {
        this.one = one;
        this.part = part;
    }

    /** Returns the plural, such as {@code accounts}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the singular, such as {@code account}. */
    public String one() {
        return one;
    }

    public DirectoryPart part() {
        return part;
    }

    /** Finds the kind with a plural. */
    public static Optional<EntryKind> find(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
