/**
 * What escalations add up to: each is folded into a row after something happened to it, and figures are counted from the rows of a period.
 * The door is {@link dev.bellrope.app.insights.Insights}.
 */
@ApplicationModule(
        allowedDependencies = {"access", "database", "directory", "escalations", "escalations :: store", "web"})
@NullMarked
package dev.bellrope.app.insights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
