/**
 * The rules: the whole policy as one versioned value, read from YAML. Start with {@link PlaybookReader} and {@link
 * Playbook}.
 */
@NullMarked
package dev.bellrope.core.playbook;

import org.jspecify.annotations.NullMarked;
