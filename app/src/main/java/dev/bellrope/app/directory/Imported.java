package dev.bellrope.app.directory;

import io.swagger.v3.oas.annotations.media.Schema;

/** What an import io.swagger.v3.oas.annotations.media.Schema;
 * import did, or would do when it was only checked: how many entries of the file are new, changed, as they were. */
@Schema(name = "CsvImport")
public record Imported(Kind kind, int created, int updated, int unchanged) {}
