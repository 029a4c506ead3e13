package dev.bellrope.core.scenario;

import static dev.bellrope.core.scenario.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.playbook.Severity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What executives are told, and how often. */
class L_ExecutivesTest {
    @Test
    @DisplayName("while it is active the executives who take part are told where it stands, also when nothing is new")
    void L01_told_at_the_cadence() {
        quiet(Severity.S2, "2h")
                .at("Mon 09:00")
                .opens("S2", "T2")
                .skip()
                .at("Mon 13:30")
                .ticks()
                .journal("""
                        Mon 11:00  informed     Vic
                        Mon 13:00  informed     Vic
                        """)
                .told("""
                        Mon 11:00  person:vic  executives: executives are told where it stands, also when nothing is new
                        Mon 13:00  person:vic  executives: executives are told where it stands, also when nothing is new
                        """);
    }

    @Test
    @DisplayName("of what the playbook names no cadence for, and of what is resolved, they are told nothing")
    void L02_silence() {
        assertThat(quiet(Severity.S1, "2h")
                        .at("Mon 09:00")
                        .opens("S2", "T2")
                        .skip()
                        .at("Tue 09:00")
                        .ticks()
                        .lines())
                .isEmpty();
        assertThat(quiet(Severity.S2, "2h")
                        .at("Mon 09:00")
                        .opens("S2", "T2")
                        .at("Mon 10:00")
                        .does("ana", new Command.Resolve("Orders flow again."))
                        .skip()
                        .at("Mon 16:00")
                        .ticks()
                        .lines())
                .isEmpty();
    }

    @Test
    @DisplayName("T55: after an outage of many hours they are told once, and the cadence counts on from then")
    void L03_T55_once_after_an_outage() {
        assertThat(new Outage(silent(new TestPlaybook())
                                .role("sponsor", "vp-engineering")
                                .informsExecutives(Severity.S2, "2h"))
                        .after("2026-11-16T22:30:00Z"))
                .containsExactly("informed Vic");
    }

    private static Scenario quiet(Severity severity, String every) {
        return scenario()
                .playbook(playbook ->
                        silent(playbook).role("sponsor", "vp-engineering").informsExecutives(severity, every));
    }

    private static TestPlaybook silent(TestPlaybook playbook) {
        return playbook.without("acknowledge")
                .without("plan")
                .without("update")
                .without("root-cause")
                .without("resolve");
    }
}
