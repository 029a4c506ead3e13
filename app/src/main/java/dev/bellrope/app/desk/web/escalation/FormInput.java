package dev.bellrope.app.desk.web.escalation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What somebody typed into a form that was not accepted, so that nothing is lost; and why it was not.
 *
 * @param form the slug of the form; empty when none was sent
 */
public record FormInput(String form, MultiValueMap<String, String> values, String error) {
    public static final FormInput NOTHING = new FormInput("", new LinkedMultiValueMap<>(), "");

    /** Whether it was that form. */
    public boolean isIn(String slug) {
        return form.equals(slug);
    }

    /** What was typed into a field of that form; the other text where nothing was. */
    public String value(String slug, String field, String otherwise) {
        String typed = isIn(slug) ? values.getFirst(field) : null;
        return typed == null ? otherwise : typed;
    }

    /** One of several fields of the same name. */
    public String value(String slug, String field, int place, String otherwise) {
        @Nullable List<String> typed = isIn(slug) ? values.get(field) : null;
        return typed == null || place >= typed.size() ? otherwise : typed.get(place);
    }
}
