/**
 * Who was faster: the revision of a thing as its ETag, and what happened since a caller saw it. The entry point is
 * {@link dev.bellrope.app.web.revision.EntityTags}.
 */
@NamedInterface("revision")
@NullMarked
package dev.bellrope.app.web.revision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
