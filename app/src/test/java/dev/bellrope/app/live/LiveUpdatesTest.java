package dev.bellrope.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.store.OpenSequence;
import dev.bellrope.app.escalations.web.SampleCompany;
import dev.bellrope.app.story.Until;
import dev.bellrope.core.escalation.Act;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two people have pages open, one of them at another node; each hears of what the other does. */
class LiveUpdatesTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private static SampleCompany company;
    private static RunningApp other;
    private static Visitor filip;
    private static Visitor eva;

    @BeforeAll
    static void start() {
        company = new SampleCompany();
        other = RunningApp.with(company.clock).on(company.app.database()).share();
        filip = company.manager();
        eva = Visitor.signedIn(other, Role.MANAGER);
    }

    @AfterAll
    static void stop() {
        filip.close();
        eva.close();
        other.close();
        company.close();
    }

    /** An open page; what it is told. */
    private static final class Open implements AutoCloseable {
        private final Queue<String> heard = new ConcurrentLinkedQueue<>();
        private final Stream<String> lines;

        Open(Visitor who, String query) {
            lines = who.stream("/live" + query);
            Thread.ofVirtual().start(() -> {
                try {
                    lines.forEach(heard::add);
                } catch (RuntimeException closed) {
                    heard.add("closed");
                }
            });
            hears("open");
        }

        void hears(String what) {
            Until.isTrue(what + " in " + heard, SOON, () -> heard.stream().anyMatch(line -> line.contains(what)));
        }

        @Override
        public void close() {
            lines.close();
        }
    }

    @Test
    void aPageHearsOfWhatHappensAtAnotherNode() {
        String key = company.declare(filip, "acme", "S1", "");
        String unrelated = company.declare(filip, "bluebird", "S3", "");
        try (Open page = new Open(eva, "?escalation=" + key);
                Open board = new Open(eva, "")) {
            company.ask(key, Act.ADD_NOTE, "{\"text\": \"The pool leaks\"}");
            page.hears("\"" + key + "\"");
            board.hears("\"" + key + "\"");
            company.ask(unrelated, Act.ADD_NOTE, "{\"text\": \"Something else\"}");
            board.hears("\"" + unrelated + "\"");
            assertThat(page.heard).noneMatch(line -> line.contains(unrelated));
        }
    }

    @Test
    void aPageThatWasDrawnBeforeSomethingHappenedHearsOfItAtOnce() {
        String key = company.declare(filip, "acme", "S2", "");
        long drawn = company.escalations().find(key).orElseThrow().sequence();
        company.ask(key, Act.ADD_NOTE, "{\"text\": \"While the page was on its way\"}");
        try (Open page = new Open(eva, "?escalation=" + key + "&seen=" + drawn)) {
            page.hears("changed");
        }
    }

    @Test
    void peopleAtOneEscalationSeeEachOtherAndWhatTheyWriteIn() {
        String key = company.declare(filip, "acme", "S2", "");
        try (Open page = new Open(eva, "?escalation=" + key)) {
            assertThat(filip.submit("/live/presence", Map.of("escalation", key, "doing", "Tell the customer"))
                            .statusCode())
                    .isEqualTo(204);
            page.hears("Tell the customer");
            filip.submit("/live/presence", Map.of("escalation", key, "gone", "true"));
            page.hears("data:[]");
        }
    }

    @Test
    void onlyWhoAsksForAStreamGetsOne() {
        assertThat(eva.get("/live").statusCode()).isEqualTo(406);
        assertThat(eva.submit("/live/presence", Map.of("escalation", "../../etc"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(company.app
                        .client()
                        .sql("select count(*) from presence where escalation like '%etc%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "A=1,          A=1,          ''",
        "A=1,          A=2,          A",
        "A=1;B=1,      A=1,          B",
        "A=1,          A=1;B=1,      B",
        "A=1;B=1;C=1,  A=2;B=1;D=1,  A C D",
    })
    void whatIsNewWentOnOrEndedHasChanged(String before, String now, String changed) {
        assertThat(String.join(
                        " ",
                        LiveUpdates.changed(sequences(before), sequences(now)).keySet()))
                .isEqualTo(changed);
    }

    private static Map<String, OpenSequence> sequences(String written) {
        return List.of(written.split(";")).stream()
                .map(one -> one.split("="))
                .collect(java.util.stream.Collectors.toMap(
                        one -> one[0], one -> new OpenSequence("acme", Long.parseLong(one[1]))));
    }
}
