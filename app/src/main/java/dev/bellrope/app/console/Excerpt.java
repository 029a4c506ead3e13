package dev.bellrope.app.console;

import dev.bellrope.app.escalations.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of what was found, those that were searched for marked. */
public record Excerpt(String text, boolean marked) {
    private static final Pattern MARKED = Pattern.compile(Search.OPEN + "(.*?)" + Search.CLOSE, Pattern.DOTALL);

    public static List<Excerpt> of(String said) {
        List<Excerpt> parts = new ArrayList<>();
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

    private static void add(List<Excerpt> parts, String text, boolean marked) {
        if (!text.isEmpty()) {
            parts.add(new Excerpt(text, marked));
        }
    }
}
