/**
 * The directory of customers and our people: accounts, contacts, aliases, people, teams, calendars and absences,
 * maintained through the API and CSV files. The entry point is {@link dev.bellrope.app.directory.Directory}.
 */
@ApplicationModule(allowedDependencies = {"access", "web"})
@NullMarked
package dev.bellrope.app.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
