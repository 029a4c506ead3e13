package dev.bellrope.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.fact.Expression.Result;
import dev.bellrope.core.fact.Finding.Truth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a condition came to, clause by clause; {@code +} holds, {@code -} does not, {@code ?} is not known. */
class FindingTest {
    private static final Expressions READER = Expressions.over(Vocabulary.empty()
            .withSubject("ticket", Map.of("tags", FactType.TEXTS, "priority", FactType.TEXT, "status", FactType.TEXT))
            .withBare("severity", FactType.RANK)
            .withRanks(List.of("S1", "S2", "S3", "S4")));

    private static final Facts FACTS =
            new Facts(Map.of("severity", "S2", "ticket", Map.of("priority", "urgent", "tags", List.of("eu"))));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '^', textBlock = """
            severity == S2                                                     ; +
            severity == S1                                                     ; -
            ticket.status == "open"                                            ; ?
            severity == S2 && ticket.priority == "urgent"                      ; +(+ & +)
            severity == S1 && ticket.priority == "urgent"                      ; -(- & +)
            severity == S1 && ticket.status == "open"                          ; -(- & ?)
            severity == S2 && ticket.status == "open"                          ; ?(+ & ?)
            severity == S1 || ticket.priority == "urgent"                      ; +(- | +)
            severity == S2 || ticket.status == "open"                          ; +(+ | ?)
            severity == S1 || ticket.status == "open"                          ; ?(- | ?)
            severity == S2 && (ticket.status == "x" || "eu" in ticket.tags)    ; +(+ & +(? | +))
            (severity == S1 && ticket.priority == "low") || ticket.priority == "urgent" && severity == S2 ; +(-(- & -) | +(+ & +))
            !(severity == S1 || ticket.priority == "low")                      ; +
            ticket.tags.exists(t, t == "eu" || t == "us")                      ; +
            """)
    void clauses(String source, String expected) {
        Expression condition = read(source);
        Finding finding = Finding.of(condition, FACTS);
        assertThat(shape(finding)).isEqualTo(expected);
        Result whole = condition.evaluate(FACTS);
        assertThat(finding.truth())
                .as("as the whole is")
                .isEqualTo(
                        whole instanceof Result.Value(Boolean value)
                                ? value ? Truth.HOLDS : Truth.FAILS
                                : Truth.UNKNOWN);
    }

    @Test
    void each_clause_tells_what_it_saw() {
        Finding finding = Finding.of(read("severity == S1 && ticket.status == \"open\""), FACTS);
        assertThat(finding.needed())
                .containsExactly(
                        new Finding.SimpleFinding(
                                "severity == S1", "the severity is S1", Truth.FAILS, Map.of("severity", "S2"), ""),
                        new Finding.SimpleFinding(
                                "ticket.status == \"open\"",
                                "the ticket's status is open",
                                Truth.UNKNOWN,
                                Map.of("ticket.status", "not known"),
                                "ticket.status is not known"));
    }

    private static String shape(Finding finding) {
        String mark = switch (finding.truth()) {
            case HOLDS -> "+";
            case FAILS -> "-";
            case UNKNOWN -> "?";
        };
        return switch (finding) {
            case Finding.SimpleFinding one -> mark;
            case Finding.AllFinding all -> mark + "(" + joined(all.findings(), " & ") + ")";
            case Finding.AnyFinding any -> mark + "(" + joined(any.findings(), " | ") + ")";
        };
    }

    private static String joined(List<Finding> findings, String by) {
        return findings.stream().map(FindingTest::shape).collect(Collectors.joining(by));
    }

    private static Expression read(String source) {
        return switch (READER.compile(source, ResultType.TRUTH)) {
            case CompilationResult.Ready(Expression expression) -> expression;
            case CompilationResult.ExpressionMistake mistake -> throw new AssertionError(mistake.toString());
        };
    }
}
