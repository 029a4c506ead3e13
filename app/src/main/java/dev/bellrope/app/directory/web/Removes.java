package dev.bellrope.app.directory.web;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the answers of a DELETE in the OpenAPI document; the problem that If-Match leads to among them. */
@ApiResponse(responseCode = "204", description = "Removed")
@ApiResponse(responseCode = "412", description = CreatesOrReplaces.CHANGED)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Removes {}
