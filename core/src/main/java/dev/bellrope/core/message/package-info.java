/**
 * What to say, to whom, on which channel and why; and the guardrails that keep it bearable. Start with {@link Message}.
 */
@NullMarked
package dev.bellrope.core.message;

import org.jspecify.annotations.NullMarked;
