/** A draft of a playbook and what it would change, as a page and below {@code /api/v1}. */
@NullMarked
package dev.bellrope.app.foresight.web;

import org.jspecify.annotations.NullMarked;
