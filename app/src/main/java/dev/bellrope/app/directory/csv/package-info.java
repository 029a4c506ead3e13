/**
 * The directory as CSV files, and entries as texts by column. The entry point is
 * {@link dev.bellrope.app.directory.csv.CsvFiles}.
 */
@NamedInterface("csv")
@NullMarked
package dev.bellrope.app.directory.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
