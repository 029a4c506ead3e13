/** The server as it is installed: how soon it is ready, how much memory it holds, how large it is. */
@NullMarked
package dev.bellrope.bench.start;

import org.jspecify.annotations.NullMarked;
