package dev.bellrope.core.fact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an expression may refer to. Anything else is reported as a mistake when the expression is compiled.
 *
 * @param subjects subjects with their fields: {@code ticket} to {@code missed_count} to its type
 * @param bare facts without a subject: {@code severity}, {@code band}
 * @param words constants: a number for a ranked word ({@code S1} to 1), a text for any other
 */
public record Vocabulary(
        Map<String, Map<String, FactType>> subjects, Map<String, FactType> bare, Map<String, Object> words) {
    public Vocabulary {
        subjects = Collections.unmodifiableMap(new LinkedHashMap<>(subjects));
        bare = Collections.unmodifiableMap(new LinkedHashMap<>(bare));
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    /** Returns a vocabulary that allows nothing but literals. */
    public static Vocabulary empty() {
        return new Vocabulary(Map.of(), Map.of(), Map.of());
    }

    /** Returns this vocabulary with a subject added; if the subject is known already, with its fields added. */
    public Vocabulary withSubject(String subject, Map<String, FactType> fields) {
        Map<String, Map<String, FactType>> more = new LinkedHashMap<>(subjects);
        Map<String, FactType> all = new LinkedHashMap<>(subjects.getOrDefault(subject, Map.of()));
        all.putAll(fields);
        more.put(subject, Collections.unmodifiableMap(all));
        return new Vocabulary(more, bare, words);
    }

    /** Returns this vocabulary with a bare fact added. */
    public Vocabulary withBare(String name, FactType type) {
        Map<String, FactType> more = new LinkedHashMap<>(bare);
        more.put(name, type);
        return new Vocabulary(subjects, more, words);
    }

    /** Returns this vocabulary with words added, each of which stands for its own text. */
    public Vocabulary withWords(Iterable<String> texts) {
        Map<String, Object> more = new LinkedHashMap<>(words);
        texts.forEach(word -> more.put(word, word));
        return new Vocabulary(subjects, bare, more);
    }

    /** Returns this vocabulary with ranked words added: the first stands for 1, the next for 2. */
    public Vocabulary withRanks(Iterable<String> ranked) {
        Map<String, Object> more = new LinkedHashMap<>(words);
        long rank = 1;
        for (String word : ranked) {
            more.put(word, rank++);
        }
        return new Vocabulary(subjects, bare, more);
    }
}
