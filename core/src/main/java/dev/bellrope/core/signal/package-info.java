/** What was heard, from any source, in one shape. The door is {@link Signal}. */
@NullMarked
package dev.bellrope.core.signal;

import org.jspecify.annotations.NullMarked;
