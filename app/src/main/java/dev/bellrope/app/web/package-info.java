/**
 * What all pages and API calls share: problems (RFC 9457), strict JSON, paging, idempotent creation, ids, texts in two
 * languages, Markdown, and cached figures. Modules throw {@link dev.bellrope.app.web.ProblemException}; the rest
 * applies by itself.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.bellrope.app.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
