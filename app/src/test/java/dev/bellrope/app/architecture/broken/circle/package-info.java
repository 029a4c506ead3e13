/** Two types that depend on each other. */
@NullMarked
package dev.bellrope.app.architecture.broken.circle;

import org.jspecify.annotations.NullMarked;
