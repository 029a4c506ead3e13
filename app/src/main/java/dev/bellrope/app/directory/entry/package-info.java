/** What is kept of an account, a contact, a person, a team, a calendar and an absence, and what is wrong with what was given. */
@NamedInterface("entry")
@NullMarked
package dev.bellrope.app.directory.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
