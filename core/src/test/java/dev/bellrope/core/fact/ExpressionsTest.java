package dev.bellrope.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {
    private static final Vocabulary WORDS = Vocabulary.empty()
            .withSubject("signal", Map.of("kind", FactType.TEXT, "data", FactType.ANYTHING, "at", FactType.TIME))
            .withSubject(
                    "ticket",
                    Map.of(
                            "missed_count",
                            FactType.WHOLE,
                            "tags",
                            FactType.TEXTS,
                            "opened_at",
                            FactType.TIME,
                            "status",
                            FactType.TEXT))
            .withSubject("account", Map.of("lifetime_value", FactType.NUMBER, "renewal", FactType.TIME))
            .withSubject("target", Map.of("name", FactType.TEXT))
            .withBare("severity", FactType.RANK)
            .withBare("band", FactType.RANK)
            .withBare("unheard", FactType.WHOLE)
            .withRanks(List.of("S1", "S2", "S3", "S4"))
            .withRanks(List.of("strategic", "key", "growth", "standard"))
            .withWords(List.of("business_stopped", "degraded", "now"));

    private static final Facts FACTS = new Facts(Map.of(
            "now", Instant.parse("2026-11-01T00:00:00Z"),
            "severity", "S2",
            "band", "key",
            "target", Map.of("name", "next-reply"),
            "ticket", Map.of("missed_count", 2, "tags", List.of("safety", "eu"), "opened_at", "2026-10-31T22:00:00Z"),
            "account", Map.of("lifetime_value", new BigDecimal("250000"), "renewal", LocalDate.parse("2026-11-11")),
            "signal", Map.of("kind", "slo.missed", "data", Map.of("share", 0.6, "users", 12, "on", true))));

    private static Expression read(String source, ResultType wanted) {
        return switch (Expressions.over(WORDS).compile(source, wanted)) {
            case CompilationResult.Ready(Expression expression) -> expression;
            case CompilationResult.ExpressionMistake mistake -> throw new AssertionError(mistake.toString());
        };
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "severity <= S2                                     ; true",
                "severity == S1                                     ; false",
                "band in [strategic, key]                           ; true",
                "severity == S1 || (band == key && severity == S2)  ; true",
                "signal.data.share > 0.5                            ; true",
                "signal.data.users > 11.5                           ; true",
                "signal.data.users >= 12                            ; true",
                "signal.data.on                                     ; true",
                "account.lifetime_value > 100000                    ; true",
                "account.lifetime_value / 2.0 == 125000.0           ; true",
                "ticket.missed_count >= 2 && target.name == \"next-reply\" ; true",
                "ticket.missed_count > 1.5                          ; true",
                "ticket.tags.exists(t, t == \"safety\")             ; true",
                "\"eu\" in ticket.tags                              ; true",
                "days_until(account.renewal) == 10.0                ; true",
                "days_until(account.renewal) < 11                   ; true",
                "hours_since(ticket.opened_at) == 2.0               ; true",
                "has(ticket.status) && ticket.status == \"open\"    ; false",
                "has(signal.data.nothing)                           ; false",
                "ticket.status == \"open\" || severity == S2        ; true",
                "signal.kind.startsWith(\"slo.\")                   ; true",
                "signal.kind.matches(\"^slo\")                      ; true",
                "signal.data[\"share\"] > 0.5 && signal.data.users > 1 ; true",
            })
    void conditions(String source, boolean expected) {
        assertThat(read(source, ResultType.TRUTH).evaluate(FACTS)).isEqualTo(new Expression.Result.Value(expected));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "ticket.status == \"open\"                      ; ticket.status is not known",
                "signal.data.nothing > 1 && severity == S2      ; signal.data.nothing is not known",
                "signal.data.share > 0 && signal.data.a == signal.data.b ; signal.data.a and signal.data.b are not known",
                "unheard == 1                                   ; unheard is not known",
                "signal.at < signal.at                          ; signal.at is not known",
            })
    void a_missing_fact_is_named(String source, String why) {
        assertThat(read(source, ResultType.TRUTH).evaluate(FACTS)).isEqualTo(new Expression.Result.Unknown(why));
        assertThat(read(source, ResultType.TRUTH).holds(FACTS)).isFalse();
    }

    @Test
    void words_and_numbers() {
        assertThat(read("signal.data.share > 0.5 ? business_stopped : degraded", ResultType.TEXT)
                        .text(FACTS, ""))
                .isEqualTo("business_stopped");
        assertThat(read("now", ResultType.TEXT).text(Facts.none(), "")).isEqualTo("now");
        assertThat(read("account.lifetime_value", ResultType.NUMBER).evaluate(FACTS))
                .isEqualTo(new Expression.Result.Value(250000.0));
    }

    @Test
    void what_it_saw() {
        assertThat(read("severity <= S2 && ticket.status == \"x\" && signal.data.share > 0", ResultType.TRUTH)
                        .sees(FACTS))
                .containsExactly(
                        Map.entry("severity", "S2"),
                        Map.entry("ticket.status", "not known"),
                        Map.entry("signal.data.share", "0.6"));
    }

    @Test
    void one_that_would_take_for_ever_is_cut_short() {
        String list = "[1,2,3,4,5,6,7,8,9,10]";
        String slow = "%s.all(a, %s.all(b, %s.all(c, %s.all(d, %s.all(e, %s.all(f, %s.all(g, a > 0)))))))"
                .replace("%s", list);
        assertThat(read(slow, ResultType.TRUTH).evaluate(FACTS))
                .isEqualTo(new Expression.Result.Unknown("it took too long and was cut short"));
    }

    @ParameterizedTest(name = "{0} -> {1}:{2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "sevrity == S1                 ; 1 ; 'sevrity' is no fact and no word that is known here ; did you mean 'severity'?",
                "severity == S9                ; 13 ; 'S9' is no fact and no word that is known here ; did you mean 'S1' or 'S2' or 'S3' or 'S4'?",
                "ticket.missd_count > 2        ; 8 ; ticket has no 'missd_count' ; did you mean 'missed_count'?",
                "target.name == next-reply     ; 16 ; 'next' is no fact and no word that is known here ; a text with a hyphen needs quotes: \"next-reply\"",
                "ticket.missed_count           ; 1 ; this gives a whole number or ranked word and not what is needed here ; true or false, as in: severity <= S2",
            })
    void mistakes(String source, int column, String message, String accepted) {
        assertThat(Expressions.over(WORDS).compile(source, ResultType.TRUTH))
                .isEqualTo(new CompilationResult.ExpressionMistake(1, column, message, accepted));
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "severity ==     ; 12 ; this ends before it is complete",
                "(((severity     ; 12 ; this ends before it is complete",
                "band == \"key\" ;  6 ; '==' does not work on a whole number or ranked word and a text",
                "a b             ;  3 ; 'b' is not expected here",
                "severity = S1   ; 10 ; '=' is not expected here",
                "days_until(S1)  ; 11 ; 'days_until' does not work on a whole number or ranked word",
            })
    void mistakes_of_grammar(String source, int column, String message) {
        assertThat(Expressions.over(WORDS).compile(source, ResultType.TRUTH))
                .isInstanceOfSatisfying(CompilationResult.ExpressionMistake.class, mistake -> {
                    assertThat(mistake.message()).isEqualTo(message);
                    assertThat(mistake.column()).isEqualTo(column);
                });
    }

    @Test
    void too_deep_and_too_long() {
        Expressions over = Expressions.over(WORDS);
        assertThat(over.compile("(".repeat(300) + "true" + ")".repeat(300), ResultType.TRUTH))
                .isEqualTo(new CompilationResult.ExpressionMistake(
                        1, 1, "this is nested too deeply to be read by anybody", ""));
        assertThat(over.compile("true && ".repeat(3000) + "true", ResultType.TRUTH))
                .isEqualTo(new CompilationResult.ExpressionMistake(1, 1, "this is longer than 2000 characters", ""));
    }

    @ParameterizedTest(name = "{0} with {1} -> {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "days_until(account.renewal) < 5 ; soon                 ; account.renewal is 'soon', which is no time",
                "days_until(account.renewal) < 5 ; 2026-10-31T22:00:00  ; account.renewal is '2026-10-31T22:00:00', which is no time",
            })
    void a_fact_of_another_kind_is_named(String source, String renewal, String why) {
        assertThat(read(source, ResultType.TRUTH).evaluate(FACTS.with("account", Map.of("renewal", renewal))))
                .isEqualTo(new Expression.Result.Unknown(why));
    }

    @Test
    void days_are_counted_from_the_instant_of_the_decision_and_from_no_other_clock() {
        Expression days = read("days_until(account.renewal)", ResultType.NUMBER);
        assertThat(days.evaluate(FACTS.with("now", Instant.parse("2026-11-10T12:00:00Z"))))
                .isEqualTo(new Expression.Result.Value(0.5));
        assertThat(days.evaluate(FACTS.with("now", Instant.parse("2026-11-12T00:00:00Z"))))
                .isEqualTo(new Expression.Result.Value(-1.0));
        assertThat(days.evaluate(new Facts(Map.of("account", Map.of("renewal", "2026-11-11")))))
                .isEqualTo(new Expression.Result.Unknown("now is not known"));
    }

    @Test
    void many_threads_may_evaluate_one_expression() throws Exception {
        Expression expression = read("account.lifetime_value * 2.0 + signal.data.users", ResultType.NUMBER);
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> all = IntStream.range(0, 8)
                    .mapToObj(thread ->
                            threads.submit(() -> IntStream.range(0, 500).allMatch(round -> {
                                double value = thread * 1000 + round;
                                Facts facts = new Facts(Map.of(
                                        "account", Map.of("lifetime_value", value),
                                        "signal", Map.of("data", Map.of("users", 0.5))));
                                return expression.evaluate(facts).equals(new Expression.Result.Value(value * 2 + 0.5));
                            })))
                    .toList();
            for (Future<Boolean> one : all) {
                assertThat(one.get()).isTrue();
            }
        }
    }

    /** Each is short, and would fill any memory or take for ever. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "['aaaaaaaaaa'].map(a,a+a+a+a+a+a+a+a+a+a).map(a,a+a+a+a+a+a+a+a+a+a).map(a,a+a+a+a+a+a+a+a+a+a)"
                        + ".map(a,a+a+a+a+a+a+a+a+a+a).map(a,a+a+a+a+a+a+a+a+a+a).map(a,a+a+a+a+a+a+a+a+a+a)"
                        + ".map(a,a+a+a+a+a+a+a+a+a+a).map(a,a+a+a+a+a+a+a+a+a+a).all(a, a.size() > 3)",
                "[[1,2,3,4,5,6,7,8,9,0]].map(a,a+a+a+a+a+a+a+a+a+a).map(a,a+a+a+a+a+a+a+a+a+a).map(a,a+a+a+a+a+a+a+a+a+a)"
                        + ".map(a,a+a+a+a+a+a+a+a+a+a).map(a,a+a+a+a+a+a+a+a+a+a).map(a,a+a+a+a+a+a+a+a+a+a)"
                        + ".map(a,a+a+a+a+a+a+a+a+a+a).map(a,a+a+a+a+a+a+a+a+a+a).all(a, a.size() > 3)",
                "[b'aaaaaaaaaa'].map(a,a+a+a+a+a+a+a+a+a+a).map(a,a+a+a+a+a+a+a+a+a+a).map(a,a+a+a+a+a+a+a+a+a+a)"
                        + ".map(a,a+a+a+a+a+a+a+a+a+a).map(a,a+a+a+a+a+a+a+a+a+a).map(a,a+a+a+a+a+a+a+a+a+a)"
                        + ".map(a,a+a+a+a+a+a+a+a+a+a).map(a,a+a+a+a+a+a+a+a+a+a).all(a, a.size() > 3)",
                "[1].map(a,[a,a,a,a,a,a,a,a]).map(a,[a,a,a,a,a,a,a,a]).map(a,[a,a,a,a,a,a,a,a]).map(a,[a,a,a,a,a,a,a,a])"
                        + ".map(a,[a,a,a,a,a,a,a,a]).map(a,[a,a,a,a,a,a,a,a]).map(a,[a,a,a,a,a,a,a,a])"
                        + ".map(a,[a,a,a,a,a,a,a,a]).map(a,[a,a,a,a,a,a,a,a]) == [[]]",
                "[1].map(a,{'x':a,'y':a,'z':a,'u':a}).map(a,{'x':a,'y':a,'z':a,'u':a}).map(a,{'x':a,'y':a,'z':a,'u':a})"
                        + ".map(a,{'x':a,'y':a,'z':a,'u':a}).map(a,{'x':a,'y':a,'z':a,'u':a})"
                        + ".map(a,{'x':a,'y':a,'z':a,'u':a}).map(a,{'x':a,'y':a,'z':a,'u':a})"
                        + ".map(a,{'x':a,'y':a,'z':a,'u':a}).map(a,{'x':a,'y':a,'z':a,'u':a})"
                        + ".map(a,{'x':a,'y':a,'z':a,'u':a}).map(a,{'x':a,'y':a,'z':a,'u':a})"
                        + ".map(a,{'x':a,'y':a,'z':a,'u':a}).size() == 2",
            })
    void whatMakesTooMuchIsCutShort(String source) {
        assertThat(read(source, ResultType.TRUTH).evaluate(FACTS))
                .isEqualTo(new Expression.Result.Unknown("it took too long and was cut short"));
    }

    @Test
    void whatReadsALongTextAgainAndAgainIsCutShort() {
        Facts lengthy = new Facts(Map.of("ticket", Map.of("status", "a".repeat(1_000_000))));
        String hundred = IntStream.range(0, 100).mapToObj(String::valueOf).collect(Collectors.joining(","));
        Expression again = read("[" + hundred + "].all(n, !ticket.status.matches('(a|b)*c'))", ResultType.TRUTH);
        assertThat(again.evaluate(lengthy))
                .isEqualTo(new Expression.Result.Unknown("it took too long and was cut short"));
        assertThat(read("ticket.status.contains('b')", ResultType.TRUTH).evaluate(lengthy))
                .as("once is well")
                .isEqualTo(new Expression.Result.Value(false));
    }

    @Test
    void aThreadThatIsInterruptedEvaluatesNoFurther() {
        Expression simple = read("1 + 1 == 2", ResultType.TRUTH);
        Thread.currentThread().interrupt();
        try {
            assertThat(simple.evaluate(FACTS))
                    .isEqualTo(new Expression.Result.Unknown("it took too long and was cut short"));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(simple.evaluate(FACTS)).isEqualTo(new Expression.Result.Value(true));
    }

    @Test
    void aListThatIsNoTruthIsNotWrittenOut() {
        assertThat(read("dyn([1, 2])", ResultType.TRUTH).evaluate(FACTS))
                .isEqualTo(new Expression.Result.Unknown("it should give true or false, but gave a list"));
    }
}
