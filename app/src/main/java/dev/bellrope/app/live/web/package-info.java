/** The stream of changes, and the endpoint where pages report that they are being viewed. */
@NullMarked
package dev.bellrope.app.live.web;

import org.jspecify.annotations.NullMarked;
