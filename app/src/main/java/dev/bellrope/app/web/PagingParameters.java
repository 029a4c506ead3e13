package dev.bellrope.app.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/** The query parameters of {@link Paging}, for the OpenAPI document. */
@ParameterObject
public record PagingParameters(
        @Parameter(description = "The key of the last item of the page before; the link `next` has it") @Nullable String after,

        @Parameter(
                description = "How many items at most",
                schema =
                        @Schema(
                                type = "integer",
                                format = "int32",
                                minimum = "1",
                                maximum = "200",
                                defaultValue = "50"))
        @Nullable Integer limit) {}
