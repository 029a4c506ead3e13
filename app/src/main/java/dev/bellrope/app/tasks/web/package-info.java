/** Tasks for people and programs: the pages and the API. */
@NullMarked
package dev.bellrope.app.tasks.web;

import org.jspecify.annotations.NullMarked;
