/** My desk, the board, people, and the forms to declare an escalation and to reassign a role. */
@NullMarked
package dev.bellrope.app.desk.web;

import org.jspecify.annotations.NullMarked;
