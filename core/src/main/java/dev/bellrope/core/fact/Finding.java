package dev.bellrope.core.fact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The result of a condition, clause by clause, with the facts that each clause saw. */
public sealed interface Finding {
    /** Whether a condition holds. */
    enum Truth {
        HOLDS,
        FAILS,
        /** A fact is missing, or has the wrong type. */
        UNKNOWN
    }

    Truth truth();

    /**
     * The result of a clause that is not made of others.
     *
     * @param source the clause as the playbook writes it
     * @param words the clause in words
     * @param saw the facts that it used, by path; {@code not known} if one is missing
     * @param why why it is not known whether it holds; empty if it is known
     */
    record SimpleFinding(String source, String words, Truth truth, Map<String, String> saw, String why)
            implements Finding {
        public SimpleFinding {
            saw = Collections.unmodifiableMap(new LinkedHashMap<>(saw));
        }
    }

    /** The result of a conjunction, which needed all of these. */
    record AllFinding(Truth truth, List<Finding> findings) implements Finding {
        public AllFinding {
            findings = List.copyOf(findings);
        }
    }

    /** The result of a disjunction, which needed one of these. */
    record AnyFinding(Truth truth, List<Finding> findings) implements Finding {
        public AnyFinding {
            findings = List.copyOf(findings);
        }
    }

    /** Evaluates a condition; each clause is evaluated like the whole. */
    static Finding of(Expression condition, Facts facts) {
        return of(condition.clause(), facts);
    }

    private static Finding of(Clause clause, Facts facts) {
        return switch (clause) {
            case Clause.SimpleClause(Expression expression) -> one(expression, facts);
            case Clause.Conjunction(List<Clause> clauses) -> {
                List<Finding> findings =
                        clauses.stream().map(each -> of(each, facts)).toList();
                yield new AllFinding(joined(findings, Truth.FAILS, Truth.HOLDS), findings);
            }
            case Clause.Disjunction(List<Clause> clauses) -> {
                List<Finding> findings =
                        clauses.stream().map(each -> of(each, facts)).toList();
                yield new AnyFinding(joined(findings, Truth.HOLDS, Truth.FAILS), findings);
            }
        };
    }

    private static SimpleFinding one(Expression expression, Facts facts) {
        Truth truth = Truth.UNKNOWN;
        String why = "";
        switch (expression.evaluate(facts)) {
            case Expression.Result.Value(Object value) ->
                truth = Boolean.TRUE.equals(value) ? Truth.HOLDS : Truth.FAILS;
            case Expression.Result.Unknown(String unknown) -> why = unknown;
        }
        return new SimpleFinding(expression.source(), expression.words(), truth, expression.sees(facts), why);
    }

    /** Joins the results of clauses. One that decides is enough, even if others are unknown. */
    private static Truth joined(List<Finding> findings, Truth decides, Truth otherwise) {
        if (findings.stream().anyMatch(finding -> finding.truth() == decides)) {
            return decides;
        }
        return findings.stream().anyMatch(finding -> finding.truth() == Truth.UNKNOWN) ? Truth.UNKNOWN : otherwise;
    }

    /** Returns the findings that must all hold: the clauses of a conjunction, or else this finding itself. */
    default List<Finding> needed() {
        return this instanceof AllFinding(Truth ignored, List<Finding> findings) ? findings : List.of(this);
    }
}
