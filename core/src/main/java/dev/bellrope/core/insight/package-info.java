/** What the events add up to: measures as folds over events. Start with {@link Measures}. */
@NullMarked
package dev.bellrope.core.insight;

import org.jspecify.annotations.NullMarked;
