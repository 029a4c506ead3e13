package dev.bellrope.app.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A problem as the OpenAPI document describes it; {@link ProblemResponses} writes it. */
@Schema(name = "Problem", description = "What went wrong (RFC 9457); some have further members, such as `allowed`")
public record ProblemBody(
        @Schema(
                description = "Tells problems apart for programs; about:blank where the title does",
                example = "about:blank")
        String type,

        @Schema(description = "A few words, the same for every problem of that kind", example = "Bad request")
        String title,

        @Schema(example = "400") int status,

        @Schema(description = "What was wrong, and what is accepted", example = "There is no parameter \"staus\" here.")
        String detail,

        @Schema(description = "The path of the request", example = "/api/v1/escalations")
        String instance,

        @Schema(description = "Where exactly; absent when it is no single place")
        List<ProblemError> errors) {}
