/** Bellrope itself, as it is served, for the measurements that ask it by HTTP. */
@NullMarked
package dev.bellrope.bench.server;

import org.jspecify.annotations.NullMarked;
