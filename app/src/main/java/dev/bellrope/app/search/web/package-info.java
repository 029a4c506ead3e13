/** The search page and the command palette. */
@NullMarked
package dev.bellrope.app.search.web;

import org.jspecify.annotations.NullMarked;
