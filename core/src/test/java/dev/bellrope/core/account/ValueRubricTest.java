package dev.bellrope.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellrope.core.playbook.reader.PlaybookReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The baseline's rubric. */
class ValueRubricTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final ValueRubric RUBRIC = Objects.requireNonNull(new PlaybookReader()
                    .read(PlaybookReader.baseline(), "baseline@1")
                    .playbook())
            .rubric();
    private static final List<String> FACTS =
            List.of("lifetime_value", "strategic_importance", "influence", "renewal", "risk");

    @ParameterizedTest(name = "{0} -> {1} {2}, {3} known")
    @CsvSource(
            delimiter = '|',
            value = {
                "lifetime_value=0                                | 0     | standard  | 0.30",
                "lifetime_value=125000                           | 25    | standard  | 0.30",
                "lifetime_value=250000                           | 50    | growth    | 0.30",
                "lifetime_value=1125000                          | 75    | strategic | 0.30",
                "lifetime_value=99999999                         | 100   | strategic | 0.30",
                "lifetime_value=-5                               | 0     | standard  | 0.30",
                "renewal=2026-11-21                              | 100   | strategic | 0.15",
                "renewal=2027-02-19                              | 80    | strategic | 0.15",
                "renewal=2027-11-21                              | 0     | standard  | 0.15",
                "renewal=2025-11-21                              | 0     | standard  | 0.15",
                "renewal=2026-11-06                              | 50    | growth    | 0.15",
                "strategic_importance=5 influence=0              | 62.5  | key       | 0.40",
                "lifetime_value=2000000 strategic_importance=5 influence=5 renewal=2026-11-21 risk=100 | 100 | strategic | 1.00",
                "lifetime_value=250000 strategic_importance=2 influence=3 renewal=2027-05-20 risk=20 | 40 | growth | 1.00",
                "lifetime_value=unknown influence=5              | 100   | strategic | 0.15",
                "renewal=soon risk=55                            | 55    | key       | 0.15",
            })
    void an_account_is_worth(String facts, double score, String band, double confidence) {
        ValueScore worth = RUBRIC.score(account(facts), NOW);
        assertThat(worth.score()).isEqualTo(score);
        assertThat(worth.band().word()).isEqualTo(band);
        assertThat(worth.confidence()).isCloseTo(confidence, within(1e-9));
    }

    @Test
    void of_an_account_of_which_nothing_is_known_it_is_said_that_nothing_is_known() {
        ValueScore worth = RUBRIC.score(Account.named("a", "A"), NOW);
        assertThat(worth.score()).isZero();
        assertThat(worth.band()).isEqualTo(ValueBand.STANDARD);
        assertThat(worth.confidence()).isZero();
        assertThat(worth.parts()).hasSize(5).noneMatch(ValueScore.ScorePart::known);
        assertThat(worth.parts().getFirst().sentence())
                .isEqualTo("lifetime value: not counted, account.lifetime_value is not known");
    }

    @Test
    void each_part_says_what_it_is_in_words() {
        assertThat(RUBRIC.score(account("lifetime_value=250000 risk=20"), NOW).parts())
                .filteredOn(ValueScore.ScorePart::known)
                .extracting(ValueScore.ScorePart::sentence)
                .containsExactly(
                        "lifetime value 250 000 gives 50 of 100, at 67 % of the weight 33.3 points",
                        "risk 20 gives 20 of 100, at 33 % of the weight 6.7 points");
    }

    @Test
    void the_worth_of_a_renewal_moves_with_time() {
        Account account = account("renewal=2027-11-21");
        assertThat(RUBRIC.score(account, NOW).score()).isZero();
        assertThat(RUBRIC.score(account, Instant.parse("2027-11-21T00:00:00Z")).score())
                .isEqualTo(100);
    }

    @Property(tries = 300)
    void the_score_lies_within_0_and_100_and_is_the_sum_of_its_parts(@ForAll("accounts") Account account) {
        ValueScore worth = RUBRIC.score(account, NOW);
        assertThat(worth.score()).isBetween(0.0, 100.0);
        assertThat(worth.confidence()).isBetween(0.0, 1.0);
        assertThat(worth.parts()).hasSize(5);
        assertThat(worth.parts().stream()
                        .mapToDouble(ValueScore.ScorePart::points)
                        .sum())
                .isCloseTo(worth.score(), within(0.0500001));
        double known = worth.parts().stream()
                .filter(ValueScore.ScorePart::known)
                .mapToDouble(ValueScore.ScorePart::weight)
                .sum();
        assertThat(worth.confidence()).isCloseTo(known / 100, within(1e-9));
    }

    @Property(tries = 300)
    void more_of_what_counts_is_never_worth_less(
            @ForAll("accounts") Account account,
            @ForAll("increasing") String fact,
            @ForAll @DoubleRange(min = -1e7, max = 1e7) double one,
            @ForAll @DoubleRange(min = -1e7, max = 1e7) double other) {
        double less =
                RUBRIC.score(with(account, fact, Math.min(one, other)), NOW).score();
        double more =
                RUBRIC.score(with(account, fact, Math.max(one, other)), NOW).score();
        assertThat(more).isGreaterThanOrEqualTo(less);
    }

    @Provide
    Arbitrary<String> increasing() {
        return Arbitraries.of("lifetime_value", "strategic_importance", "influence", "risk");
    }

    @Provide
    Arbitrary<Account> accounts() {
        Arbitrary<Object> value = Arbitraries.oneOf(
                Arbitraries.doubles().between(-1e7, 1e7).map(Object.class::cast),
                Arbitraries.longs().between(-400, 400).map(days -> NOW.plusSeconds(days * 86_400)),
                Arbitraries.strings().ofMaxLength(12).map(Object.class::cast),
                Arbitraries.of("2027-01-01", "NaN", "1e999", "7", true, List.of(1), Map.of("a", 1)));
        return Arbitraries.maps(Arbitraries.of(FACTS), value)
                .ofMaxSize(5)
                .map(facts -> new Account("a", "A", "", "", facts, List.of(), Map.of()));
    }

    private static Account with(Account account, String fact, Object value) {
        Map<String, Object> facts = new LinkedHashMap<>(account.facts());
        facts.put(fact, value);
        return new Account("a", "A", "", "", facts, List.of(), Map.of());
    }

    private static Account account(String written) {
        Map<String, Object> facts = new LinkedHashMap<>();
        Arrays.stream(written.split(" +", -1))
                .map(fact -> fact.split("=", 2))
                .forEach(fact ->
                        facts.put(fact[0], fact[1].matches("-?[0-9]+") ? (Object) Double.valueOf(fact[1]) : fact[1]));
        return new Account("a", "A", "", "", facts, List.of(), Map.of());
    }
}
