/** The list of accounts, and the page of one. */
@NullMarked
package dev.bellrope.app.accounts.web;

import org.jspecify.annotations.NullMarked;
