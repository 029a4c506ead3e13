/** The API and the pages of the intake. */
@NullMarked
package dev.bellrope.app.intake.web;

import org.jspecify.annotations.NullMarked;
