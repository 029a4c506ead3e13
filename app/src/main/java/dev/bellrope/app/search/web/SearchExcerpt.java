package dev.bellrope.app.search.web;

import dev.bellrope.app.search.EscalationSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of an excerpt, marked if it matched the search. */
public record SearchExcerpt(String text, boolean marked) {
    private static final Pattern MARKED =
            Pattern.compile(EscalationSearch.OPEN + "(.*?)" + EscalationSearch.CLOSE, Pattern.DOTALL);

    public static List<SearchExcerpt> of(String said) {
        List<SearchExcerpt> parts = new ArrayList<>();
        Matcher marked = MARKED.matcher(said);
        int end = 0;
        while (marked.find()) {
            add(parts, said.substring(end, marked.start()), false);
            add(parts, marked.group(1), true);
            end = marked.end();
        }
        add(parts, said.substring(end), false);
        return parts;
    }

    private static void add(List<SearchExcerpt> parts, String text, boolean marked) {
        if (!text.isEmpty()) {
            parts.add(new SearchExcerpt(text, marked));
        }
    }
}
