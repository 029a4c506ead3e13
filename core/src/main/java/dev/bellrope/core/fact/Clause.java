package dev.bellrope.core.fact;

import java.util.List;

/** What a condition is put together of, as its author wrote it. */
public sealed interface Clause {
    /** A condition that is not put together by {@code &&} or {@code ||}. */
    record One(Expression expression) implements Clause {}

    /** All of them must hold; two or more. */
    record All(List<Clause> clauses) implements Clause {
        public All {
            clauses = List.copyOf(clauses);
        }
    }

    /** One of them must hold; two or more. */
    record Any(List<Clause> clauses) implements Clause {
        public Any {
            clauses = List.copyOf(clauses);
        }
    }
}
