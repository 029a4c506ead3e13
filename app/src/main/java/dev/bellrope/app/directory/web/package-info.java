/** The directory over HTTP, below {@code /api/v1}: one controller a kind, and one for CSV files. */
@NullMarked
package dev.bellrope.app.directory.web;

import org.jspecify.annotations.NullMarked;
