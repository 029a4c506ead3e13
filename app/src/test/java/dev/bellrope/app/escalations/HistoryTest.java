package dev.bellrope.app.escalations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

class HistoryTest {
    private final SettableClock clock = SettableClock.at("2026-03-06T12:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update escalation_event set actor = 'somebody else' where sequence = 1",
                "delete from escalation_event where sequence = 1",
                "truncate escalation_event"
            })
    void whatHappenedCannotBeChanged(String statement) {
        try (RunningApp app = open()) {
            assertThatThrownBy(() -> app.client().sql(statement).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void theStateThatIsKeptIsTheFoldOfWhatHappened() {
        try (RunningApp app = open()) {
            new Fold(app).isKept("ESC-1001");
        }
    }

    private RunningApp open() {
        RunningApp app = RunningApp.with(clock).share();
        SmallCompany.moveInto(app);
        app.get(Escalations.class)
                .hear(SmallCompany.signal(
                        "one", "slo.missed", "acme", "", clock.instant(), Map.of("share_of_users", 0.9)));
        return app;
    }
}
