package dev.bellrope.app.directory.web;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The answers of a PUT, as the API's document tells of them. */
@ApiResponse(responseCode = "200", description = "Replaced, or as it was before", useReturnTypeSchema = true)
@ApiResponse(responseCode = "201", description = "Created", useReturnTypeSchema = true)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface CreatesOrReplaces {}
