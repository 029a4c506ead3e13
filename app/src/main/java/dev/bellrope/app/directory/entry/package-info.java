/**
 * The entries of the directory (accounts, contacts, aliases, people, teams, calendars and absences), and the flaws of
 * bad input.
 */
@NamedInterface("entry")
@NullMarked
package dev.bellrope.app.directory.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
