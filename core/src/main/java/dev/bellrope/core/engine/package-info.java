/**
 * One step of an escalation's life, and what follows if nobody takes another. The doors are {@link Step}, which everything
 * that decides goes through, and {@link Foresight}.
 */
@NullMarked
package dev.bellrope.core.engine;

import org.jspecify.annotations.NullMarked;
