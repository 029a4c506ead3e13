package dev.bellrope.core.fact;

import java.util.List;

/** The structure of a condition, as its author wrote it. */
public sealed interface Clause {
    /** A condition that is not made of others by {@code &&} or {@code ||}. */
    record SimpleClause(Expression expression) implements Clause {}

    /** Two or more clauses that must all hold. */
    record Conjunction(List<Clause> clauses) implements Clause {
        public Conjunction {
            clauses = List.copyOf(clauses);
        }
    }

    /** Two or more clauses of which one must hold. */
    record Disjunction(List<Clause> clauses) implements Clause {
        public Disjunction {
            clauses = List.copyOf(clauses);
        }
    }
}
