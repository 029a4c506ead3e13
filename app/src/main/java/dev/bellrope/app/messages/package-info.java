/**
 * Sends messages: by mail, to the inboxes of colleagues, and to other programs by webhook; never lost, each once,
 * within the guardrails. The entry point is {@link dev.bellrope.app.messages.Messages}.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "database",
            "directory",
            "escalations",
            "escalations :: store",
            "settings",
            "tasks",
            "traces",
            "web"
        })
@NullMarked
package dev.bellrope.app.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
