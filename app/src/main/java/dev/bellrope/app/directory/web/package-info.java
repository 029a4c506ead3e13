/** The directory over HTTP: below {@code /api/v1}, one controller per kind and one for CSV files; and its pages. */
@NullMarked
package dev.bellrope.app.directory.web;

import org.jspecify.annotations.NullMarked;
