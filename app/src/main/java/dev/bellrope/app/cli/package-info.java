/** The command line; the door is {@link dev.bellrope.app.cli.Commands}. */
@NullMarked
package dev.bellrope.app.cli;

import org.jspecify.annotations.NullMarked;
