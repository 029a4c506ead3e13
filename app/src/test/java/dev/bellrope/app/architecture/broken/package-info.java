/** One breach of every rule, so that each rule is known to find its own. */
@NullMarked
package dev.bellrope.app.architecture.broken;

import org.jspecify.annotations.NullMarked;
