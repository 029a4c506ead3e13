package dev.bellrope.app.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A part of a request that is wrong.
 *
 * @param pointer a JSON pointer into the body, such as {@code /contacts/0/email}; empty for the whole body
 * @param parameter or else the name of a query parameter, form field or header
 * @param detail what is wrong there and what is accepted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemError(
        @Nullable String pointer, @Nullable String parameter, String detail) {
    /** Returns an error in the JSON body. */
    public static ProblemError at(String pointer, String detail) {
        return new ProblemError(pointer, null, detail);
    }

    /** Returns an error in the query, a form field or a header. */
    public static ProblemError in(String parameter, String detail) {
        return new ProblemError(null, parameter, detail);
    }
}
