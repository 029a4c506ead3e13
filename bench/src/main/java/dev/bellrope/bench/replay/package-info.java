/** Last year's tickets through the playbook, beside only reading their file. */
@NullMarked
package dev.bellrope.bench.replay;

import org.jspecify.annotations.NullMarked;
