/** What machines ask of a running Bellrope: its health and its metrics. There is no door to call. */
@NullMarked
package dev.bellrope.app.operations;

import org.jspecify.annotations.NullMarked;
