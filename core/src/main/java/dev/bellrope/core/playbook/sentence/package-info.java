/**
 * What a playbook says, in sentences for people, and how two playbooks differ. Start with {@link Sentences} and {@link
 * Differences}.
 */
@NullMarked
package dev.bellrope.core.playbook.sentence;

import org.jspecify.annotations.NullMarked;
