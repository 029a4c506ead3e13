package dev.bellrope.app.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of a request that is wrong.
 *
 * @param pointer where in a JSON body; empty for the whole body
 * @param parameter what is not in the body: a parameter of the query or of the address, a header; or a form field
 * @param line where in a CSV file, from 1
 * @param column which column there; null for the whole line
 * @param detail what is wrong there and what is accepted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemError(
        @Schema(description = "A JSON pointer into the body; empty for the whole body", example = "/contacts/0/email")
        @Nullable String pointer,

        @Schema(
                description = "Or what is wrong outside of a JSON body: the name of a parameter of the query or of the"
                        + " address, of a header, or of a field of a form",
                example = "status")
        @Nullable String parameter,

        @Schema(description = "Or the line of a CSV file, from 1", example = "3") @Nullable Long line,

        @Schema(description = "The column of that line; absent for the whole line", example = "plan") @Nullable String column,

        @Schema(description = "What is wrong there, and what is accepted", example = "Accepted: active, closed.")
        String detail) {
    /** Returns an error in the JSON body. */
    public static ProblemError at(String pointer, String detail) {
        return new ProblemError(pointer, null, null, null, detail);
    }

    /** Returns an error in the query, the address, a form field or a header. */
    public static ProblemError in(String parameter, String detail) {
        return new ProblemError(null, parameter, null, null, detail);
    }

    /** Returns an error in a CSV file. */
    public static ProblemError inLine(long line, String column, String detail) {
        return new ProblemError(null, null, line, column.isEmpty() ? null : column, detail);
    }
}
