/** The insights as a page, as JSON and as CSV; what all three show is one {@link dev.bellrope.app.insights.Figure}. */
@NullMarked
package dev.bellrope.app.insights.web;

import org.jspecify.annotations.NullMarked;
