/** The document of the API: what Springdoc does not know by itself. The door is {@link dev.bellrope.app.web.openapi.OpenApiDocument}. */
@NullMarked
package dev.bellrope.app.web.openapi;

import org.jspecify.annotations.NullMarked;
