/** Playbooks as pages and as JSON below {@code /api/v1/playbook}, and the JSON Schema for editors. */
@NullMarked
package dev.bellrope.app.playbooks.web;

import org.jspecify.annotations.NullMarked;
