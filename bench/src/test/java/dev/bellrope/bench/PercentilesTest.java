package dev.bellrope.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    @Test
    void everyPercentileIsAValueThatWasMeasured() {
        Percentiles hundred = new Percentiles(
                LongStream.rangeClosed(1, 100).map(value -> 101 - value).toArray());
        assertThat(hundred.at(50)).isEqualTo(50);
        assertThat(hundred.at(95)).isEqualTo(95);
        assertThat(hundred.at(99.1)).isEqualTo(100);
        assertThat(hundred.at(100)).isEqualTo(100);
        assertThat(hundred.at(0.1)).isEqualTo(1);
    }

    @Test
    void ofFewTheSlowestIsNotRoundedAway() {
        Percentiles three = new Percentiles(new long[] {3_000_000, 1_000_000, 2_000_000});
        assertThat(three.millisAt(50)).isEqualTo(2.0);
        assertThat(three.millisAt(95)).isEqualTo(3.0);
        assertThat(new Percentiles(new long[] {7}).at(95)).isEqualTo(7);
    }

    @Test
    void whatWasGivenStaysAsItWas() {
        long[] given = {3, 1, 2};
        new Percentiles(given);
        assertThat(given).containsExactly(3, 1, 2);
    }

    @Test
    void nothingHasNoPercentiles() {
        assertThatThrownBy(() -> new Percentiles(new long[0])).hasMessage("nothing was measured");
        assertThatThrownBy(() -> new Percentiles(new long[] {1}).at(0)).hasMessageContaining("no percentile");
    }
}
