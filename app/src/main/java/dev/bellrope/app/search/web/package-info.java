/** The page and the palette that search. */
@NullMarked
package dev.bellrope.app.search.web;

import org.jspecify.annotations.NullMarked;
