package dev.bellrope.bench.pages;

import dev.bellrope.bench.server.Visitor;
import java.util.Random;
import java.util.function.Function;

/**
 * A page, and who looks at it.
 *
 * @param address of one of its kind; drawn anew each time, so that no page is looked at twice in a row
 */
record Page(String name, Visitor visitor, Function<Random, String> address) {}
