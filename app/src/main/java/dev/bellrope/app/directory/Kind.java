package dev.bellrope.app.directory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the directory holds, under the names that files and addresses use. */
public enum Kind {
    ACCOUNTS("account", Part.CUSTOMERS),
    CONTACTS("contact", Part.CUSTOMERS),
    ALIASES("alias", Part.CUSTOMERS),
    CALENDARS("calendar", Part.PEOPLE),
    TEAMS("team", Part.PEOPLE),
    PEOPLE("person", Part.PEOPLE),
    ABSENCES("absence", Part.PEOPLE);

    /** What is written by one writer at a time, and counted by one revision. */
    enum Part {
        CUSTOMERS,
        PEOPLE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String one;
    private final Part part;

    Kind(String one, Part part) {
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

    Part part() {
        return part;
    }

    /** The kind of that plural. */
    public static Optional<Kind> find(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
