/** What people look at: how long the server takes for a page, what it asks the database, and whether that grows with history. */
@NullMarked
package dev.bellrope.bench.pages;

import org.jspecify.annotations.NullMarked;
