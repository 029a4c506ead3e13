/** What was heard, from any source, in one format. Start with {@link Signal}. */
@NullMarked
package dev.bellrope.core.signal;

import org.jspecify.annotations.NullMarked;
