/** The page of one escalation: its timeline, its acts, and its context. */
@NullMarked
package dev.bellrope.app.desk.web.escalation;

import org.jspecify.annotations.NullMarked;
