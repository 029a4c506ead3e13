/** Signals that come in by HTTP, beside plain JDBC that writes the rows which became of them. */
@NullMarked
package dev.bellrope.bench.intake;

import org.jspecify.annotations.NullMarked;
