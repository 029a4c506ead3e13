package dev.bellrope.core.playbook;

import dev.bellrope.core.fact.Expression;
import org.jspecify.annotations.Nullable;

/**
 * A kind of trouble in the catalogue.
 *
 * @param name {@code outage}
 * @param when which signals and tickets are of it; null for the type that always matches
 * @param impact its usual impact, a word of the matrix; empty for none
 * @param urgency its usual urgency; empty for none
 * @param resolvedMeans the concrete outcome that defines "resolved" (D-14)
 */
public record IssueType(String name, @Nullable Expression when, String impact, String urgency, String resolvedMeans) {}
