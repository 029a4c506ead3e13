package dev.bellrope.app.hostile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * A form of a page.
 *
 * @param fields by name, what it offers or holds already; empty where a person types
 */
record Form(String method, String action, boolean hasFile, Map<String, List<String>> fields) {
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile(
            "<(input|select|textarea|button)\\b([^>]*)>(.*?)(?=<input|<select|<textarea|<button|$)", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>([^<]*)");

    /** Those of a page, in their order. */
    static List<Form> listIn(String page, String address) {
        List<Form> forms = new ArrayList<>();
        Matcher form = FORM.matcher(page);
        while (form.find()) {
            String action = attribute(form.group(1), "action");
            Map<String, List<String>> fields = new LinkedHashMap<>();
            Matcher field = FIELD.matcher(form.group(2));
            while (field.find()) {
                String name = attribute(field.group(2), "name");
                if (!name.isEmpty() && !name.equals("_csrf")) {
                    List<String> values = fields.computeIfAbsent(name, one -> new ArrayList<>());
                    values.add(attribute(field.group(2), "value"));
                    Matcher option = OPTION.matcher(field.group(3));
                    while (option.find()) {
                        values.add(attribute(option.group(1), "value"));
                    }
                }
            }
            boolean posts = attribute(form.group(1), "method").equalsIgnoreCase("post");
            forms.add(new Form(
                    posts ? "POST" : "GET",
                    (action.isEmpty() ? address : action).replaceAll("#.*", ""),
                    form.group(2).contains("type=\"file\""),
                    fields));
        }
        return forms;
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }
}
