package dev.bellrope.app.directory.entry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the directory holds, under the names that files and addresses use. */
public enum EntryKind {
    ACCOUNTS("account", DirectoryPart.CUSTOMERS),
    CONTACTS("contact", DirectoryPart.CUSTOMERS),
    ALIASES("alias", DirectoryPart.CUSTOMERS),
    CALENDARS("calendar", DirectoryPart.PEOPLE),
    TEAMS("team", DirectoryPart.PEOPLE),
    PEOPLE("person", DirectoryPart.PEOPLE),
    ABSENCES("absence", DirectoryPart.PEOPLE);

    /** What is written by one writer at a time, and counted by one revision. */
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

    /** The plural: {@code accounts}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The singular: {@code account}. */
    public String one() {
        return one;
    }

    public DirectoryPart part() {
        return part;
    }

    /** The kind of that plural. */
    public static Optional<EntryKind> find(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
