/** What it adds up to: measures as folds over events. The door is {@link Measures}. */
@NullMarked
package dev.bellrope.core.insight;

import org.jspecify.annotations.NullMarked;
