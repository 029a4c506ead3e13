/** Logs of past tickets, read by a mapping file: their rows become signals. The door is {@link dev.bellrope.app.history.log.LogReader}. */
@NamedInterface("log")
@NullMarked
package dev.bellrope.app.history.log;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
