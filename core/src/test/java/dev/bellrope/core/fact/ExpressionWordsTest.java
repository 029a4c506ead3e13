package dev.bellrope.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What conditions say in words. */
class ExpressionWordsTest {
    private static final Expressions READER = Expressions.over(Vocabulary.empty()
            .withSubject("signal", Map.of("kind", FactType.TEXT, "data", FactType.ANYTHING))
            .withSubject(
                    "ticket",
                    Map.of(
                            "reopened",
                            FactType.WHOLE,
                            "tags",
                            FactType.TEXTS,
                            "last_reply_at",
                            FactType.TIME,
                            "priority",
                            FactType.TEXT,
                            "vip",
                            FactType.TRUTH))
            .withSubject("account", Map.of("lifetime_value", FactType.NUMBER, "renewal", FactType.TIME))
            .withBare("severity", FactType.RANK)
            .withBare("band", FactType.RANK)
            .withBare("tier", FactType.RANK)
            .withBare("climbed_to", FactType.RANK)
            .withRanks(List.of("S1", "S2", "S3", "S4"))
            .withRanks(List.of("strategic", "key", "growth", "standard"))
            .withRanks(List.of("T1", "T2"))
            .withRanks(List.of("L1", "L2"))
            .withWords(List.of("business_stopped", "degraded")));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            severity == S1                             | the severity is S1
            severity != S1                             | the severity is not S1
            severity <= S2                             | the severity is S2 or worse
            severity > S2                              | the severity is milder than S2
            S2 >= severity                             | the severity is S2 or worse
            band <= key                                | the account's value band is key or higher
            tier < T2                                  | the response tier is stronger than T2
            climbed_to >= L2                           | the highest level that it reached is L2 or higher
            band in [strategic, key]                   | the account's value band is strategic or key
            !(band in [strategic, key])                | the account's value band is none of strategic and key
            ticket.priority in ["urgent"]              | the ticket's priority is urgent
            ticket.priority in ["a", "b b", "c"]       | the ticket's priority is a, “b b” or c
            "eu" in ticket.tags                        | the ticket's tags include eu
            !("eu" in ticket.tags)                     | the ticket's tags do not include eu
            signal.kind == "slo.missed"                | the signal is slo.missed
            signal.kind.startsWith("slo.")             | the signal begins with slo.
            !ticket.priority.contains("x")             | the ticket's priority does not contain x
            signal.data.share_of_users > 0.5           | the signal's share of users is more than 0.5
            signal.data["score"] <= 2                  | the signal's score is at most 2
            account.lifetime_value >= 250000.0         | the account's lifetime value is at least 250000
            ticket.reopened >= 2                       | the ticket was reopened at least twice
            ticket.reopened > 0                        | the ticket was reopened at least once
            ticket.reopened == 0                       | the ticket was reopened not once
            !(ticket.reopened >= 3)                    | the ticket was reopened less than 3 times
            days_until(account.renewal) < 90           | the account's renewal is less than 90 days away
            hours_since(ticket.last_reply_at) >= 1.0   | the last reply on the ticket was at least 1 hour ago
            account.renewal < timestamp("2027-01-01T00:00:00Z") | the account's renewal is before 2027-01-01
            ticket.tags.exists(t, t == "safety")       | one of the ticket's tags is safety
            !ticket.tags.exists(t, t == "safety")      | none of the ticket's tags is safety
            ticket.tags.exists(t, t in ["a", "b"])     | one of the ticket's tags is a or b
            ticket.tags.all(t, t != "eu")              | each of the ticket's tags is not eu
            !ticket.tags.all(t, t.startsWith("x"))     | one of the ticket's tags does not begin with x
            size(ticket.tags) > 3                      | the number of the ticket's tags is more than 3
            ticket.tags.size() == 0                    | the number of the ticket's tags is 0
            has(signal.data.score)                     | the signal's score is known
            !has(signal.data.score)                    | the signal's score is not known
            ticket.vip                                 | the ticket's vip is true
            !ticket.vip                                | the ticket's vip is not true
            true                                       | in every case
            ticket.priority == signal.data.priority    | the ticket's priority is the signal's priority
            """)
    void one_condition(String source, String words) {
        assertThat(read(source, ResultType.TRUTH).words()).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            ^severity == S1 && band == key^ | the severity is S1 and the account's value band is key
            ^severity == S1 || band == key || ticket.vip^ | the severity is S1, the account's value band is key or the ticket's vip is true
            ^severity == S1 || (band == strategic && severity == S2)^ | the severity is S1, or the account's value band is strategic and the severity is S2
            ^(severity == S1 || ticket.vip) && band == key^ | either the severity is S1 or the ticket's vip is true, and the account's value band is key
            ^!(severity == S1 || band == key)^ | the severity is not S1 and the account's value band is not key
            ^!(severity == S1 && band == key)^ | the severity is not S1 or the account's value band is not key
            """)
    void several_conditions(String source, String words) {
        assertThat(read(source, ResultType.TRUTH).words()).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            signal.kind.matches("slo$")                     | `signal.kind.matches("slo$")` holds
            !signal.kind.matches("x")                       | `signal.kind.matches("x")` does not hold
            account.lifetime_value * 2.0 > 10.0             | `account.lifetime_value * 2.0 > 10.0` holds
            ticket.tags.exists_one(t, t == "a")             | `ticket.tags.exists_one(t, t == "a")` holds
            ticket.tags.exists(t, t == "a" && t != "b")     | `ticket.tags.exists(t, t == "a" && t != "b")` holds
            severity == S1 && signal.kind.matches("x")      | the severity is S1 and `signal.kind.matches("x")` holds
            """)
    void what_cannot_be_said_is_shown(String source, String words) {
        assertThat(read(source.replace("~", "^"), ResultType.TRUTH).words()).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            degraded                                                    | degraded
            signal.data.share > 0.5 ? business_stopped : degraded       | business stopped where the signal's share is more than 0.5, else degraded
            """)
    void words_of_the_matrix(String source, String words) {
        assertThat(read(source, ResultType.TEXT).words()).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            account.lifetime_value              | the account's lifetime value
            days_until(account.renewal)         | the days until the account's renewal
            account.lifetime_value * 2.0        | `account.lifetime_value * 2.0`
            """)
    void numbers(String source, String words) {
        assertThat(read(source, ResultType.NUMBER).words()).isEqualTo(words);
    }

    private static Expression read(String source, ResultType wanted) {
        return switch (READER.compile(source, wanted)) {
            case CompilationResult.Ready(Expression expression) -> expression;
            case CompilationResult.ExpressionMistake mistake -> throw new AssertionError(mistake.toString());
        };
    }
}
