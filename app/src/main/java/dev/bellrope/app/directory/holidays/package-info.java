/** Knows the public holidays of countries and their regions. */
@NamedInterface("holidays")
@NullMarked
package dev.bellrope.app.directory.holidays;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
