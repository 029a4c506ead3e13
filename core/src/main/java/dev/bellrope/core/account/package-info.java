/** Who is affected, what they are worth to us and why, and what they were promised. Start with {@link ValueRubric}. */
@NullMarked
package dev.bellrope.core.account;

import org.jspecify.annotations.NullMarked;
