/** What to say, to whom, by which channel and on whose word; and the guardrails that keep it bearable. The door is {@link Message}. */
@NullMarked
package dev.bellrope.core.message;

import org.jspecify.annotations.NullMarked;
