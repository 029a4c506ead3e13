/** Files of escalations. The entry point is {@link dev.bellrope.app.attachments.Attachments}. */
@ApplicationModule(
        allowedDependencies = {"access", "escalations", "escalations :: acts", "escalations :: store", "web"})
@NullMarked
package dev.bellrope.app.attachments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
