/** The page of one escalation: its timeline, its acts, and what stands around it. */
@NullMarked
package dev.bellrope.app.desk.web.escalation;

import org.jspecify.annotations.NullMarked;
