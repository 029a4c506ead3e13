/**
 * PostgreSQL: yours, or one of our own under the home, migrated before anything uses it. There is no door to call: others inject
 * {@code JdbcClient}, and put their migrations into {@code db/migration/<module>}.
 */
@ApplicationModule(allowedDependencies = "settings")
@NullMarked
package dev.bellrope.app.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
