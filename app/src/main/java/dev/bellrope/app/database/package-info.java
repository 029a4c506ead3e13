/**
 * PostgreSQL: the operator's, or an embedded one under the home, migrated before anything uses it. Other modules inject
 * {@code JdbcClient}, and put their migrations into {@code db/migration/<module>}; {@link
 * dev.bellrope.app.database.Replica} reads lists that may be a moment old. The entry point for backups is {@link
 * dev.bellrope.app.database.Backup}.
 */
@ApplicationModule(allowedDependencies = {"settings", "web"})
@NullMarked
package dev.bellrope.app.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
