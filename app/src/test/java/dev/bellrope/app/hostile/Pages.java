package dev.bellrope.app.hostile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Walks from page to page as a person does, and notes what is wrong on them and what can be filled in. */
final class Pages {
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Pattern FILE = Pattern.compile("/(assets|webjars|favicon|api|schema).*");

    private final Map<String, Form> forms = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private int visited;

    /** At most that many pages, the desk first. */
    static Pages walk(Caller caller, int most, Collection<String> from) {
        Pages pages = new Pages();
        pages.visit(caller, most, from);
        return pages;
    }

    private void visit(Caller caller, int most, Collection<String> from) {
        Deque<String> waiting = new ArrayDeque<>(from);
        Set<String> known = new HashSet<>(from);
        while (!waiting.isEmpty() && visited < most) {
            String address = waiting.removeFirst();
            Sent sent = Sent.of("GET", address, new byte[0]);
            Heard heard = caller.send(sent);
            visited++;
            Judge.complaints(sent, heard).forEach(complaint -> complaints.add(address + " " + complaint));
            if (heard.type().startsWith("text/html")) {
                String page = heard.text();
                Form.listIn(page, address).forEach(form -> forms.put(kind(form), form));
                Matcher link = LINK.matcher(page);
                while (link.find()) {
                    String next = HtmlUtils.htmlUnescape(link.group(1));
                    if (!FILE.matcher(next).matches() && known.add(next)) {
                        waiting.addLast(next);
                    }
                }
            }
        }
    }

    /** One form of each kind: the newest of those that differ in a key only. */
    private static String kind(Form form) {
        return form.method()
                + form.action().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|\\d+", "*")
                + form.fields().keySet();
    }

    List<Form> forms() {
        return List.copyOf(forms.values());
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    int visited() {
        return visited;
    }
}
