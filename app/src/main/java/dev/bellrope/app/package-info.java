/** Everything that touches the world; {@link dev.bellrope.app.Bellrope} starts it. */
@NullMarked
package dev.bellrope.app;

import org.jspecify.annotations.NullMarked;
