package dev.bellrope.app.directory.csv;

import dev.bellrope.app.directory.entry.EntryKind;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What an import did, or would do if it was only checked: how many entries of the file are new, changed or unchanged,
 * and how the file was read.
 *
 * @param charset the character set that the file was found to be in, such as {@code UTF-8} or {@code windows-1252}
 * @param separator what stands between its cells: {@code comma}, {@code semicolon} or {@code tab}
 */
@Schema(name = "CsvImport")
public record ImportResult(
        EntryKind kind,
        int created,
        int updated,
        int unchanged,
        @Schema(example = "UTF-8") String charset,

        @Schema(allowableValues = {"comma", "semicolon", "tab"})
        String separator) {}
