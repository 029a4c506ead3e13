/**
 * Logs of past tickets, read with a mapping file that turns rows into signals. The entry point is {@link
 * dev.bellrope.app.history.log.LogReader}.
 */
@NamedInterface("log")
@NullMarked
package dev.bellrope.app.history.log;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
