/**
 * The tables of escalations and the tickets they watch. Other modules may use the records; only this module and
 * {@code search} use the tables.
 */
@NamedInterface("store")
@NullMarked
package dev.bellrope.app.escalations.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
