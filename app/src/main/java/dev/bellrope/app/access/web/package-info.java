/** Sign-in, users, tokens and the audit trail, as pages and below {@code /api/v1}. */
@NullMarked
package dev.bellrope.app.access.web;

import org.jspecify.annotations.NullMarked;
