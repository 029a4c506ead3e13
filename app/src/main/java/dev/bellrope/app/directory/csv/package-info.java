/** The directory as CSV files, and its entries as texts by the columns of those. The door is {@link dev.bellrope.app.directory.csv.CsvFiles}. */
@NamedInterface("csv")
@NullMarked
package dev.bellrope.app.directory.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
