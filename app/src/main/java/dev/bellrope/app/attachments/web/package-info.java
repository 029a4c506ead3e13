/** Files over HTTP: upload and download. */
@NamedInterface("web")
@NullMarked
package dev.bellrope.app.attachments.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
