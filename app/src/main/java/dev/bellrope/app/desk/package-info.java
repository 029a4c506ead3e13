/**
 * A person's desk: the views that they saved, and what is new since they last looked. The entry points are
 * {@link dev.bellrope.app.desk.DeskNews} and {@link dev.bellrope.app.desk.SavedViews}.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "attachments",
            "attachments :: web",
            "directory",
            "directory :: entry",
            "escalations",
            "escalations :: acts",
            "escalations :: store",
            "foresight",
            "playbooks",
            "tasks",
            "web",
            "web :: revision"
        })
@NullMarked
package dev.bellrope.app.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
