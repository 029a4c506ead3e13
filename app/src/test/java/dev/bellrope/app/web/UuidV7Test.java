package dev.bellrope.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.SettableClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UuidV7Test {
    @Test
    void isOfVersionSevenAndSortsByItsTime() {
        SettableClock clock = SettableClock.at("2026-03-06T15:30:00Z");
        UUID first = UuidV7.next(clock);
        assertThat(first.version()).isEqualTo(7);
        assertThat(first.variant()).isEqualTo(2);
        assertThat(first.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
        assertThat(UuidV7.next(clock)).isNotEqualTo(first);
        clock.advance(Duration.ofMillis(1));
        assertThat(UuidV7.next(clock).toString()).isGreaterThan(first.toString());
    }
}
