package dev.bellrope.app.desk.web.escalation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What somebody typed into a refused form, kept so that nothing is lost, and why it was refused.
 *
 * @param form the slug of the form; empty if none was sent
 */
public record FormInput(String form, MultiValueMap<String, String> values, String error) {
    public static final FormInput NOTHING = new FormInput("", new LinkedMultiValueMap<>(), "");

    /** Returns whether it was the form with a slug. */
    public boolean isIn(String slug) {
        return form.equals(slug);
    }

    /** Returns what was typed into a field of a form; the other text if nothing was. */
    public String value(String slug, String field, String otherwise) {
        String typed = isIn(slug) ? values.getFirst(field) : null;
        return typed == null ? otherwise : typed;
    }

    /** Returns what was typed into one of several fields with the same name. */
    public String value(String slug, String field, int place, String otherwise) {
        @Nullable List<String> typed = isIn(slug) ? values.get(field) : null;
        return typed == null || place >= typed.size() ? otherwise : typed.get(place);
    }
}
