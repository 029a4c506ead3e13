/**
 * Who may do what: people who sign in, tokens for programs, and the audit trail. {@link dev.bellrope.app.access.Access}
 * finds the current user; {@link dev.bellrope.app.access.Audit} records what they do to the installation.
 */
@ApplicationModule(allowedDependencies = {"database", "settings", "web"})
@NullMarked
package dev.bellrope.app.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
