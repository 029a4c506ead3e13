package dev.bellrope.app.directory.web;

import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.web.NamedAfterArgument;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list. */
@NamedAfterArgument("Page")
record EntryPageJson<E extends Entry>(
        List<EntryJson<E>> items,

        @Schema(description = "Give this as \"after\" for the next page; null on the last one") @Nullable String next) {}
