/** How things stand with each account. The entry point is {@link dev.bellrope.app.accounts.AccountStandings}. */
@ApplicationModule(
        allowedDependencies = {"access", "directory", "escalations", "escalations :: store", "playbooks", "tasks", "web"
        })
@NullMarked
package dev.bellrope.app.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
