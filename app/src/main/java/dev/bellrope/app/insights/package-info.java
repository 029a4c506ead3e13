/**
 * Figures over many escalations: each escalation is folded into a row after something happened to it, and figures are
 * computed from the rows of a period. The entry point is {@link dev.bellrope.app.insights.Insights}.
 */
@ApplicationModule(
        allowedDependencies = {"access", "database", "directory", "escalations", "escalations :: store", "web"})
@NullMarked
package dev.bellrope.app.insights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
