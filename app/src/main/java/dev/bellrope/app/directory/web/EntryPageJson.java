package dev.bellrope.app.directory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.web.NamedAfterArgument;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list. */
@NamedAfterArgument("Page")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryPageJson<E extends Entry>(
        List<EntryJson<E>> items,

        @Schema(description = "Give this as \"after\" for the next page; absent on the last one") @Nullable String next) {}
