package dev.bellrope.core.escalation;

import dev.bellrope.core.routing.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who is mentioned in a text: {@code @ana} by the id, {@code @Ana Novak} by the whole name, in capitals or not. */
public final class Mentions {
    private Mentions() {}

    /**
     * One mention.
     *
     * @param from where its {@code @} stands
     * @param until where the text goes on
     */
    public record Mention(Person person, int from, int until) {}

    /** The ids of everybody who is mentioned, once each. */
    public static Set<String> of(String text, Collection<Person> people) {
        Set<String> found = new LinkedHashSet<>();
        find(text, people).forEach(mention -> found.add(mention.person().id()));
        return found;
    }

    /** Every mention, in order; where two fit at one place, the longer. */
    public static List<Mention> find(String text, Collection<Person> people) {
        List<Mention> found = new ArrayList<>();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            // An @ after a letter belongs to an e-mail address.
            if (at > 0 && isWord(text.charAt(at - 1))) {
                continue;
            }
            Mention best = null;
            for (Person person : people) {
                int length = Math.max(length(text, at + 1, person.id()), length(text, at + 1, person.name()));
                if (length > 0 && (best == null || at + 1 + length > best.until())) {
                    best = new Mention(person, at, at + 1 + length);
                }
            }
            if (best != null) {
                found.add(best);
            }
        }
        return found;
    }

    /** Returns the length of the name at that place if no longer word stands there, otherwise 0. */
    private static int length(String text, int from, String name) {
        int end = from + name.length();
        return text.regionMatches(true, from, name, 0, name.length())
                        && (end == text.length() || !isWord(text.charAt(end)))
                ? name.length()
                : 0;
    }

    private static boolean isWord(char one) {
        return Character.isLetterOrDigit(one) || one == '_';
    }
}
