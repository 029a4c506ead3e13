/** Holds the code to the picture of ARCHITECTURE.md and to the house style; {@code broken} holds one breach of every rule. */
@NullMarked
package dev.bellrope.app.architecture;

import org.jspecify.annotations.NullMarked;
