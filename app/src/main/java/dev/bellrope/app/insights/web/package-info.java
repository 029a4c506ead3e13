/** The insights as a page, as JSON and as CSV; all three show the same {@link dev.bellrope.app.insights.Figure}. */
@NullMarked
package dev.bellrope.app.insights.web;

import org.jspecify.annotations.NullMarked;
