package dev.bellrope.app.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.escalations.Escalations;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClockMetersTest {
    private final SettableClock clock = SettableClock.at("2026-03-06T15:30:00Z");

    @Test
    void tellWhatIsDueAndForHowLongUntilItIsStruck() {
        try (RunningApp app = RunningApp.with(clock).start()) {
            app.get(Striker.class).stop();
            MeterRegistry meters = app.get(MeterRegistry.class);
            assertThat(figure(meters, "due")).isZero();
            assertThat(figure(meters, "oldest.due")).isZero();

            SmallCompany.moveInto(app);
            Map<String, Object> outage = Map.of("share_of_users", 0.9);
            app.get(Escalations.class)
                    .hear(SmallCompany.signal("s1", "slo.missed", "acme", "T-1", clock.instant(), outage));
            clock.advance(Duration.ofHours(2));
            double oldest = figure(meters, "oldest.due");
            assertThat(oldest).isPositive().isLessThan(2 * 3600);
            assertThat(figure(meters, "due")).isPositive();

            clock.advance(Duration.ofSeconds(10));
            assertThat(figure(meters, "oldest.due")).isEqualTo(oldest + 10);

            app.get(Clocks.class).strikeDue();
            clock.advance(Duration.ofSeconds(5));
            assertThat(figure(meters, "due")).isZero();
            assertThat(meters.get("bellrope.strike.lateness").timer().count()).isPositive();
        }
    }

    private static double figure(MeterRegistry meters, String name) {
        return meters.get("bellrope.clocks." + name).gauge().value();
    }
}
