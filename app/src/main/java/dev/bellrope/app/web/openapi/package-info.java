/**
 * The OpenAPI document: what Springdoc does not find out by itself. The entry point is
 * {@link dev.bellrope.app.web.openapi.OpenApiDocument}.
 */
@NullMarked
package dev.bellrope.app.web.openapi;

import org.jspecify.annotations.NullMarked;
