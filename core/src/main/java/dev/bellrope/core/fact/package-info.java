/**
 * What a rule may see and say: named facts, conditions over them in CEL, and the reason for a decision. Start with
 * {@link Expression}.
 */
@NullMarked
package dev.bellrope.core.fact;

import org.jspecify.annotations.NullMarked;
