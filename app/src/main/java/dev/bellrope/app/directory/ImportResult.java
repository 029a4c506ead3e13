package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.EntryKind;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What an import did, or would do if it was only checked: how many entries of the file are new, changed or unchanged.
 */
@Schema(name = "CsvImport")
public record ImportResult(EntryKind kind, int created, int updated, int unchanged) {}
