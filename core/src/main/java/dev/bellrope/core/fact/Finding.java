package dev.bellrope.core.fact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a condition came to, clause by clause, with what each of them saw. */
public sealed interface Finding {
    /** Whether something holds. */
    enum Truth {
        HOLDS,
        FAILS,
        /** A fact is missing, or is none of the kind that is asked for. */
        UNKNOWN
    }

    Truth truth();

    /**
     * A clause that is not put together.
     *
     * @param source as the playbook writes it
     * @param words in words
     * @param saw the facts that it looks at, by path; {@code not known} where one is missing
     * @param why it is not known whether it holds; empty where it is
     */
    record SimpleFinding(String source, String words, Truth truth, Map<String, String> saw, String why)
            implements Finding {
        public SimpleFinding {
            saw = Collections.unmodifiableMap(new LinkedHashMap<>(saw));
        }
    }

    /** All of these were needed. */
    record AllFinding(Truth truth, List<Finding> findings) implements Finding {
        public AllFinding {
            findings = List.copyOf(findings);
        }
    }

    /** One of these was needed. */
    record AnyFinding(Truth truth, List<Finding> findings) implements Finding {
        public AnyFinding {
            findings = List.copyOf(findings);
        }
    }

    /** What a condition comes to; each clause is evaluated as the whole is. */
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

    /** One that decides is enough, whatever of the others is not known. */
    private static Truth joined(List<Finding> findings, Truth decides, Truth otherwise) {
        if (findings.stream().anyMatch(finding -> finding.truth() == decides)) {
            return decides;
        }
        return findings.stream().anyMatch(finding -> finding.truth() == Truth.UNKNOWN) ? Truth.UNKNOWN : otherwise;
    }

    /** What must hold, each: the clauses of a conjunction, or itself. */
    default List<Finding> needed() {
        return this instanceof AllFinding(Truth ignored, List<Finding> findings) ? findings : List.of(this);
    }
}
