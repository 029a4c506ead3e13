package dev.bellrope.core.fact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an expression may speak of. Whatever is not in it is a mistake that is found when the expression is read.
 *
 * @param subjects subjects with their fields: {@code ticket} to {@code missed_count} to its type
 * @param bare facts that have no subject: {@code severity}, {@code band}
 * @param words constants: a number for a ranked word ({@code S1} to 1), a text for any other
 */
public record Vocabulary(
        Map<String, Map<String, FactType>> subjects, Map<String, FactType> bare, Map<String, Object> words) {
    public Vocabulary {
        subjects = Collections.unmodifiableMap(new LinkedHashMap<>(subjects));
        bare = Collections.unmodifiableMap(new LinkedHashMap<>(bare));
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    /** Nothing but literals. */
    public static Vocabulary empty() {
        return new Vocabulary(Map.of(), Map.of(), Map.of());
    }

    /** This and a subject more; where the subject is known already, its fields are added to. */
    public Vocabulary withSubject(String subject, Map<String, FactType> fields) {
        Map<String, Map<String, FactType>> more = new LinkedHashMap<>(subjects);
        Map<String, FactType> all = new LinkedHashMap<>(subjects.getOrDefault(subject, Map.of()));
        all.putAll(fields);
        more.put(subject, Collections.unmodifiableMap(all));
        return new Vocabulary(more, bare, words);
    }

    /** This and a bare fact more. */
    public Vocabulary withBare(String name, FactType type) {
        Map<String, FactType> more = new LinkedHashMap<>(bare);
        more.put(name, type);
        return new Vocabulary(subjects, more, words);
    }

    /** This and words more, each standing for its own text. */
    public Vocabulary withWords(Iterable<String> texts) {
        Map<String, Object> more = new LinkedHashMap<>(words);
        texts.forEach(word -> more.put(word, word));
        return new Vocabulary(subjects, bare, more);
    }

    /** This and ranked words more: the first stands for 1, the next for 2. */
    public Vocabulary withRanks(Iterable<String> ranked) {
        Map<String, Object> more = new LinkedHashMap<>(words);
        long rank = 1;
        for (String word : ranked) {
            more.put(word, rank++);
        }
        return new Vocabulary(subjects, bare, more);
    }
}
