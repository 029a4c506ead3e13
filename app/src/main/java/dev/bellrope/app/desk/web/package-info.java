/** My desk, the board, people, and the forms that declare and reassign. */
@NullMarked
package dev.bellrope.app.desk.web;

import org.jspecify.annotations.NullMarked;
