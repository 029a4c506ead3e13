package dev.bellrope.core.playbook.sentence;

import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.sentence.Sentences.Chapter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the differences between two playbooks, as sentences. */
public final class Differences {
    private Differences() {}

    /** Returns the changes in the later playbook, in the order of its sections; empty if both say the same. */
    public static List<Difference> between(Playbook before, Playbook after) {
        List<Difference> differences = new ArrayList<>();
        List<Chapter> was = Sentences.of(before);
        List<Chapter> is = Sentences.of(after);
        for (int i = 0; i < is.size(); i++) {
            compare(was.get(i), is.get(i), differences);
        }
        return differences;
    }

    private static void compare(Chapter before, Chapter after, List<Difference> differences) {
        Map<String, RuleSentence> was = byName(before);
        Map<String, RuleSentence> is = byName(after);
        is.forEach((name, told) -> {
            RuleSentence earlier = was.get(name);
            if (earlier == null) {
                differences.add(new Difference(
                        after.section(),
                        told.rule(),
                        Difference.DifferenceKind.ADDED,
                        told.name() + ": " + told.sentence()));
            } else {
                aspects(after.section(), earlier, told, differences);
            }
        });
        was.forEach((name, told) -> {
            if (!is.containsKey(name)) {
                differences.add(new Difference(
                        after.section(),
                        told.rule(),
                        Difference.DifferenceKind.REMOVED,
                        told.name() + ": " + told.sentence()));
            }
        });
        if (after.ordered()) {
            order(after.section(), was.keySet(), is.keySet(), differences);
        }
    }

    private static Map<String, RuleSentence> byName(Chapter chapter) {
        Map<String, RuleSentence> byName = new LinkedHashMap<>();
        chapter.rules().forEach(told -> byName.put(key(chapter, told), told));
        return byName;
    }

    /**
     * Identifies rules by their path, because a level may get a new name while its id stays. Exit criteria share one
     * path, so their names are added.
     */
    private static String key(Chapter chapter, RuleSentence told) {
        return chapter.section().equals("exit") ? told.rule() + "." + told.name() : told.rule();
    }

    private static void aspects(String section, RuleSentence before, RuleSentence after, List<Difference> differences) {
        Set<String> all = new LinkedHashSet<>(after.aspects().keySet());
        all.addAll(before.aspects().keySet());
        for (String aspect : all) {
            String was = before.aspects().get(aspect);
            String is = after.aspects().get(aspect);
            if (is == null ? was != null : !is.equals(was)) {
                differences.add(new Difference(
                        section, after.rule(), Difference.DifferenceKind.CHANGED, aspect + ": " + change(was, is)));
            }
        }
    }

    private static String change(@Nullable String was, @Nullable String is) {
        if (is == null) {
            return "nothing any more, instead of " + quoted(was);
        }
        if (was == null) {
            return quoted(is) + ", where nothing was said";
        }
        return isLong(is) || isLong(was) ? "worded anew" : quoted(is) + " instead of " + quoted(was);
    }

    private static boolean isLong(String text) {
        return text.contains("\n");
    }

    /** Quotes a text that ends like a sentence, because the sentence around it goes on. */
    private static String quoted(@Nullable String text) {
        String all = text == null ? "" : text;
        return isLong(all) ? "a text" : all.endsWith(".") ? "\u201c" + all + "\u201d" : all;
    }

    /** Compares the order of the rules that both playbooks have, because only those can have changed places. */
    private static void order(String section, Set<String> before, Set<String> after, List<Difference> differences) {
        List<String> was = before.stream().filter(after::contains).toList();
        List<String> is = after.stream().filter(before::contains).toList();
        if (!was.equals(is)) {
            differences.add(new Difference(
                    section,
                    section,
                    Difference.DifferenceKind.CHANGED,
                    "order: " + names(section, is) + " instead of " + names(section, was)));
        }
    }

    private static String names(String section, List<String> rules) {
        return String.join(
                ", ",
                rules.stream().map(rule -> rule.substring(section.length() + 1)).toList());
    }
}
