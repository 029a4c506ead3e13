package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.entry.Flaws;
import dev.bellrope.app.directory.entry.Zones;
import java.time.DateTimeException;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks the values of one entry, and collects what is wrong with them. */
final class EntryCheck {
    /** The longest name or reason, in characters. */
    static final int NAME = 200;
    /** The longest plan, region, role, duty or skill, in characters. */
    static final int WORD = 60;

    /** The longest source of a signal, which may be a URI, and the longest alias, in characters. */
    static final int SOURCE = 300;

    private static final int ID = 100;
    private static final int LIST = 50;
    /** RFC 5321, section 4.5.3.1.3, without the angle brackets. */
    private static final int EMAIL = 254;

    private static final Pattern IDS = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:@+-]*");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/+#-]*");
    private static final Pattern EMAILS = Pattern.compile("[^\\s@<>\",;:()\\[\\]\\\\]+@"
            + "[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?(\\.[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)+");

    private final References references;
    private final long line;
    private final Flaws flaws;

    EntryCheck(References references, long line, Flaws flaws) {
        this.references = references;
        this.line = line;
        this.flaws = flaws;
    }

    void flaw(String column, String value, String message) {
        flaws.add(line, column, value, message);
    }

    boolean text(String column, String value, int longest) {
        if (!isWhole(value)) {
            flaw(column, value, "holds a character that is none (NUL, or half of a pair)");
            return false;
        }
        if (value.codePointCount(0, value.length()) > longest) {
            flaw(column, value, "is longer than the " + longest + " letters that fit");
            return false;
        }
        return true;
    }

    /** Returns whether PostgreSQL can store a text: it takes neither a NUL nor half of a surrogate pair. */
    static boolean isWhole(String value) {
        return value.codePoints()
                .noneMatch(letter ->
                        letter == 0 || (letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE));
    }

    boolean needed(String column, String value, int longest) {
        if (value.isEmpty()) {
            flaw(column, value, "is missing");
            return false;
        }
        return text(column, value, longest);
    }

    boolean id(String column, String value) {
        return needed(column, value, ID)
                && matches(
                        column, value, IDS, "is no id; accepted are letters, digits and . _ : @ + - after the first");
    }

    void word(String column, String value, String what) {
        if (needed(column, value, WORD)) {
            matches(column, value, WORDS, "is refused: " + what + " letters, digits, spaces and . _ / + # -");
        }
    }

    void optionalWord(String column, String value, String what) {
        if (!value.isEmpty()) {
            word(column, value, what);
        }
    }

    void words(String column, List<String> values) {
        if (values.size() > LIST) {
            flaw(column, values.size() + " of them", "are more than the " + LIST + " that fit");
            return;
        }
        values.forEach(value -> word(column, value, "each is"));
    }

    void email(String column, String value) {
        if (!value.isEmpty() && text(column, value, EMAIL)) {
            matches(column, value, EMAILS, "is no e-mail address; accepted is one such as ana@example.com");
        }
    }

    void language(String column, String value) {
        if (value.isEmpty() || !text(column, value, WORD)) {
            return;
        }
        try {
            new Locale.Builder().setLanguageTag(value);
        } catch (IllformedLocaleException noTag) {
            flaw(column, value, "is no language; accepted is a tag such as en, cs or pt-BR");
        }
    }

    void zone(String column, String value) {
        if (value.isEmpty() || !text(column, value, WORD)) {
            return;
        }
        try {
            Zones.get(value);
        } catch (DateTimeException | IllegalArgumentException noZone) {
            flaw(column, value, "is no time zone; accepted is a region such as Europe/Prague, or UTC, and no offset");
        }
    }

    void between(String column, int value, int least, int greatest) {
        if (value < least || value > greatest) {
            flaw(column, String.valueOf(value), "is outside of " + least + " to " + greatest);
        }
    }

    void reference(String column, EntryKind kind, String id) {
        if (!references.has(kind, id)) {
            flaw(column, id, "there is no " + kind.one() + " of that id");
        }
    }

    private boolean matches(String column, String value, Pattern pattern, String message) {
        if (!pattern.matcher(value).matches()) {
            flaw(column, value, message);
            return false;
        }
        return true;
    }
}
