package dev.bellrope.core.playbook.reader;

import dev.bellrope.core.playbook.yaml.PlaybookSection;
import dev.bellrope.core.playbook.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks the words that a playbook adds to the language of conditions: each must be a valid identifier, and distinct
 * from the others.
 */
final class DeclaredWords {
    private static final List<String> RESERVED =
            List.of("true", "false", "null", "in", "as", "if", "else", "for", "while", "let", "loop", "var", "void");

    private final Map<String, String> meanings = new HashMap<>();

    DeclaredWords() {
        RESERVED.forEach(word -> meanings.put(word, "a word of the language of conditions"));
        Conditions.factNames().forEach(word -> meanings.put(word, "a fact"));
        DeclaredNames.SEVERITIES.forEach(word -> meanings.put(word, "a severity"));
        DeclaredNames.BANDS.forEach(word -> meanings.put(word, "a value band"));
    }

    /** Returns the words of a list. */
    List<String> listed(YamlValue list, String what) {
        List<String> words = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlValue item : list.items()) {
            String word = item.text();
            if (!word.isEmpty() && !seen.add(word)) {
                item.problem("'" + word + "' is written twice", "");
            } else if (!word.isEmpty()) {
                claim(item, word, what);
                words.add(word);
            }
        }
        requireSome(list, words, what);
        return words;
    }

    /** Returns the keys of a map. */
    List<String> keys(YamlValue map, String what) {
        if (!map.isMap()) {
            return List.of();
        }
        PlaybookSection section = map.named();
        section.entries().forEach((word, item) -> claim(item, word, what));
        requireSome(map, section.names(), what);
        return section.names();
    }

    private static void requireSome(YamlValue item, List<String> words, String what) {
        if (words.isEmpty() && !item.isEmpty()) {
            item.problem("at least one " + what + " is needed here", "");
        }
    }

    private void claim(YamlValue item, String word, String what) {
        item.requireIdentifier(word);
        String meaning = meanings.putIfAbsent(word, meaningOf(what));
        if (meaning != null && !meaning.equals(meaningOf(what))) {
            item.keyProblem("'" + word + "' is " + meaning + " already, and conditions could not tell them apart", "");
        }
    }

    /**
     * Returns one meaning for impact and urgency, which may share a word: both are texts, and the matrix knows which is
     * meant.
     */
    private static String meaningOf(String what) {
        return what.equals("impact") || what.equals("urgency") ? "a word of the matrix" : "a " + what;
    }
}
