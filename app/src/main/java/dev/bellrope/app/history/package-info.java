/**
 * Replays a log of past tickets through a playbook and turns the results into a page. {@link Replay} runs it, {@link
 * ReportHtml} shows it; nothing here needs Spring.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.bellrope.app.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
