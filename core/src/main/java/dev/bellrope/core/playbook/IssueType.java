package dev.bellrope.core.playbook;

import dev.bellrope.core.fact.Expression;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the catalogue of issue types: one kind of trouble.
 *
 * @param name {@code outage}
 * @param when which signals and tickets it applies to; null for the type that always matches
 * @param impact its usual impact, a word from the matrix; empty for none
 * @param urgency its usual urgency; empty for none
 * @param resolvedMeans the concrete outcome that defines "resolved" (D-14)
 */
public record IssueType(String name, @Nullable Expression when, String impact, String urgency, String resolvedMeans) {}
