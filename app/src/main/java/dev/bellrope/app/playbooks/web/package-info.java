/** Playbooks as JSON below {@code /api/v1/playbook}, and the schema that editors of them read. */
@NullMarked
package dev.bellrope.app.playbooks.web;

import org.jspecify.annotations.NullMarked;
