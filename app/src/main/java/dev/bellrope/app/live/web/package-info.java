/** The stream of changes, and where pages say that they are looked at. */
@NullMarked
package dev.bellrope.app.live.web;

import org.jspecify.annotations.NullMarked;
