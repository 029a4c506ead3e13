package dev.bellrope.app.escalations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.clocks.Clocks;
import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EscalationsTest {
    private static final Actor ANA = new Actor("ana", "Ana", Set.of("agent"));

    private static final String LISTENING = """
            playbook: listening
            format: v1
            purpose: To hear more than before.
            owner: nobody
            triggers:
              strange:
                because: a figure looks strange
                hears: [metric.strange]
                severity: S3
            """;

    private final SettableClock clock = SettableClock.at("2026-03-06T15:30:00Z");
    private RunningApp app;
    private Escalations escalations;

    @BeforeEach
    void start() {
        app = RunningApp.with(clock).share();
        SmallCompany.moveInto(app);
        escalations = app.get(Escalations.class);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void an_outage_at_a_strategic_account_is_opened_slips_and_climbs() {
        List<String> did = outage("s1");
        assertThat(did).containsExactly("ESC-1001: open");
        assertThat(outage("s2")).isEmpty();
        clock.advance(Duration.ofMinutes(8));
        app.get(Clocks.class).strikeDue();
        clock.advance(Duration.ofMinutes(8));
        app.get(Clocks.class).strikeDue();
        assertThat(happened("ESC-1001"))
                .containsSubsequence("opened", "role-assigned", "target-started", "target-warned", "target-missed");
        new Fold(app).isKept("ESC-1001");
        escalations.act("ESC-1001", ANA, new Command.Acknowledge(), OptionalLong.empty());
        assertThatThrownBy(() -> escalations.act("ESC-1001", ANA, new Command.Acknowledge(), OptionalLong.empty()))
                .isInstanceOf(CommandRefused.class)
                .hasMessageContaining("acknowledged already, by Ana");
    }

    @Test
    void T39_aTriggerThatIsPutInForceFiresForNothingThatWasHeardBefore() {
        for (int number = 0; number < 50; number++) {
            assertThat(strange("before-" + number)).isEmpty();
        }
        app.get(Playbooks.class).publish(LISTENING, "test", "");
        app.get(Clocks.class).strikeDue();
        assertThat(escalations.listOpenStates(VisibleAccounts.ALL, 100)).isEmpty();

        assertThat(strange("after")).containsExactly("ESC-1001: open");
    }

    @Test
    void T56_T57_T76_whatHappenedLongAgoIsRememberedAndTellsNobody() {
        for (String ago : List.of("P900D", "PT24H1S")) {
            assertThat(outage("old", Duration.parse(ago)))
                    .containsExactly("remembered: it happened more than a day ago, so nobody is told");
        }
        app.get(Clocks.class).strikeDue();
        assertThat(escalations.listOpenStates(VisibleAccounts.ALL, 10)).isEmpty();
        assertThat(told()).isZero();

        assertThat(outage("late", Duration.ofHours(24))).containsExactly("ESC-1001: open");
        assertThat(told()).isPositive();
    }

    private int told() {
        return app.get(JdbcClient.class)
                .sql("select count(*) from outbox")
                .query(Integer.class)
                .single();
    }

    private List<String> outage(String id, Duration ago) {
        return escalations.hear(SmallCompany.signal(
                id, "slo.missed", "acme", "T-1", clock.instant().minus(ago), Map.of("share_of_users", 0.9)));
    }

    private List<String> strange(String id) {
        return escalations.hear(SmallCompany.signal(id, "metric.strange", "acme", "", clock.instant(), Map.of()));
    }

    private List<String> outage(String id) {
        return escalations.hear(
                SmallCompany.signal(id, "slo.missed", "acme", "", clock.instant(), Map.of("share_of_users", 0.9)));
    }

    private List<String> happened(String key) {
        return escalations.history(key, 0).stream().map(RecordedEvent::name).toList();
    }
}
