package dev.bellrope.core.fact;

import java.util.List;

/** What a condition is put together of, as its author wrote it. */
public sealed interface Clause {
    /** A condition that is not put together by {@code &&} or {@code ||}. */
    record SimpleClause(Expression expression) implements Clause {}

    /** All of them must hold; two or more. */
    record Conjunction(List<Clause> clauses) implements Clause {
        public Conjunction {
            clauses = List.copyOf(clauses);
        }
    }

    /** One of them must hold; two or more. */
    record Disjunction(List<Clause> clauses) implements Clause {
        public Disjunction {
            clauses = List.copyOf(clauses);
        }
    }
}
