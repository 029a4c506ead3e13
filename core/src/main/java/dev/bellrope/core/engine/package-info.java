/**
 * One step in an escalation's life, and what follows if nobody takes another. Start with {@link Step}, which all
 * decisions go through, and {@link Foresight}.
 */
@NullMarked
package dev.bellrope.core.engine;

import org.jspecify.annotations.NullMarked;
