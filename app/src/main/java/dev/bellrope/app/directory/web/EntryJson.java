package dev.bellrope.app.directory.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.StoredEntry;
import dev.bellrope.app.web.NamedAfterArgument;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A stored entry, as the API returns it. */
@NamedAfterArgument("Revision")
record EntryJson<E extends Entry>(
        @JsonUnwrapped E entry,

        @Schema(
                description = "Which revision of the entry this is; send it as If-Match to write only over this one",
                example = "3")
        long revision,

        @Schema(example = "2026-03-06T15:30:00Z") Instant changedAt,
        @Schema(example = "ana") String changedBy) {

    static <E extends Entry> EntryJson<E> of(StoredEntry<E> kept) {
        return new EntryJson<>(kept.entry(), kept.revision(), kept.changedAt(), kept.changedBy());
    }
}
