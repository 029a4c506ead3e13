package dev.bellrope.core.playbook;

import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.fact.Expression;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How strongly we respond; T1 is the strongest.
 *
 * @param name {@code T1}
 * @param when the condition over severity, band and the other facts; null for the tier that always applies
 * @param sentence the condition in words
 * @param depth the highest ladder level that this tier may climb to by itself
 * @param effortCap the effort after which the manager is asked; zero for none
 * @param gives what the tier brings, by name: {@code containment: required}, {@code executives: informed}
 */
public record ResponseTier(
        String name,
        @Nullable Expression when,
        String sentence,
        String depth,
        Span effortCap,
        Map<String, String> gives) {}
