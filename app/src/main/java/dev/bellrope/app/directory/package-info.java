/**
 * Who our customers are and who we are: accounts, contacts, aliases, people, teams, calendars and absences, kept through the API and CSV
 * files. The door is {@link dev.bellrope.app.directory.Directory}.
 */
@ApplicationModule(allowedDependencies = {"access", "web"})
@NullMarked
package dev.bellrope.app.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
