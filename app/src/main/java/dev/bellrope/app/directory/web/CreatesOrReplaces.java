package dev.bellrope.app.directory.web;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the answers of a PUT in the OpenAPI document; the problem that If-Match leads to among them. */
@ApiResponse(responseCode = "200", description = "Replaced, or as it was before", useReturnTypeSchema = true)
@ApiResponse(responseCode = "201", description = "Created", useReturnTypeSchema = true)
@ApiResponse(responseCode = "412", description = CreatesOrReplaces.CHANGED)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface CreatesOrReplaces {
    /** What 412 means here. */
    String CHANGED = "If-Match names another revision than the one that is stored: somebody was faster";
}
