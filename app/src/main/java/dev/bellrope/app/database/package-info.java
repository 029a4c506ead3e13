/**
 * PostgreSQL: yours, or one of our own under the home, migrated before anything uses it. Others inject {@code JdbcClient},
 * and put their migrations into {@code db/migration/<module>}; lists that may be a moment old are read by
 * {@link dev.bellrope.app.database.Replica}. The door is {@link dev.bellrope.app.database.Backup}.
 */
@ApplicationModule(allowedDependencies = {"settings", "web"})
@NullMarked
package dev.bellrope.app.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
