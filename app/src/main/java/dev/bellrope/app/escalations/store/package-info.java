/**
 * What is stored of escalations and of the tickets that they watch, and how it is read. Other modules may use its records; the tables are used by
 * this module and by {@code search} only.
 */
@NamedInterface("store")
@NullMarked
package dev.bellrope.app.escalations.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
