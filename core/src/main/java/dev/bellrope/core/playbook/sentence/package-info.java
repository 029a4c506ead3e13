/** What a playbook says, in sentences for people, and what differs between two of them. The doors are {@link Sentences} and {@link Differences}. */
@NullMarked
package dev.bellrope.core.playbook.sentence;

import org.jspecify.annotations.NullMarked;
