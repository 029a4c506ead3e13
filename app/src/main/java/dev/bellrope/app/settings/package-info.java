/**
 * What an operator may set, read and checked before anything starts; the door is {@link dev.bellrope.app.settings.Settings}.
 */
@NullMarked
package dev.bellrope.app.settings;

import org.jspecify.annotations.NullMarked;
