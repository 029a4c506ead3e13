package dev.bellrope.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.history.log.Examples;
import dev.bellrope.app.history.log.Log;
import dev.bellrope.app.history.log.Mapping;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Four years of a real help desk through the engine. */
class ReplayTest {
    @Test
    void the_same_log_and_playbook_give_the_same_bytes() {
        Mapping mapping = Examples.mapping("italian-helpdesk");
        StringBuilder first = new StringBuilder();
        StringBuilder second = new StringBuilder();

        ReplaySummary one = replay(mapping, first);
        ReplaySummary other = replay(mapping, second);

        assertThat(second).hasToString(first.toString());
        assertThat(ReportHtml.render(other)).isEqualTo(ReportHtml.render(one));
        assertThat(one.volume().tickets()).isEqualTo(4_580);
        assertThat(one.escalations().total()).isPositive();
        assertThat(one.escalations().byTrigger().stream()
                        .mapToLong(ReplaySummary.NamedCount::count)
                        .sum())
                .isEqualTo(one.escalations().total());
        assertThat(first.toString()
                        .lines()
                        .filter(line -> line.contains(" opened "))
                        .count())
                .isEqualTo(one.escalations().total());
    }

    private static ReplaySummary replay(Mapping mapping, StringBuilder journal) {
        Log log = Examples.log("italian-helpdesk", "italian-helpdesk/helpdesk.csv.gz");
        PlaybookReader.PlaybookResult reading =
                new PlaybookReader().read(Examples.text("examples/replay.playbook.yaml"), "replay");
        return Replay.run(log, mapping, Objects.requireNonNull(reading.playbook()), journal, (heard, of) -> {});
    }
}
