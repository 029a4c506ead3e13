/** Whatever can be sent to Bellrope, sent: {@code HostileInputTest} is the seeded fuzzer, the others hold what it found. */
@NullMarked
package dev.bellrope.app.hostile;

import org.jspecify.annotations.NullMarked;
