package dev.bellrope.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.alarms.AlarmTable;
import dev.bellrope.app.database.TestDatabase;
import dev.bellrope.app.directory.Entries;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bellrope stands still for an hour while promises come due and mails wait. */
@Tag("nodes")
class OutageTest {
    private static final int ACCOUNTS = 8;
    private static final int PER_PERSON_HOUR = 6;
    private static final Duration BOUND = Duration.ofSeconds(60);

    /** Updates come due six times in the hour; the rest once. */
    private static final String PLAYBOOK = """
            playbook: outage
            format: v1
            purpose: To stand still for an hour.
            owner: nobody
            targets:
              acknowledge: { S1: 15m, S2: 15m, S3: 15m, S4: 15m, warn: ["50%%"] }
              update:      { S1: 10m, S2: 10m, S3: 10m, S4: 10m, warn: ["75%%"], repeats: true }
              resolve:     { S1: 20m, S2: 20m, S3: 8h, S4: 8h, warn: ["75%%"] }
              calendar:    always
            guardrails:
              automatic-messages: { per-escalation-hour: 30, per-person-hour: %d, digest-above: 40 }
              quiet-hours: { from: "00:00", until: "00:00" }
            """.formatted(PER_PERSON_HOUR);

    private final SettableClock clock = SettableClock.at("2026-03-06T12:00:00Z");
    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient client = database.client();

    @AfterEach
    void drop() {
        database.close();
    }

    /** One row of {@code alarm} or {@code strike}. */
    private record Due(String kind, String key, String step, int cycle, String at) {}

    @Test
    void T56_T58_T59_whatCameDueMeanwhileIsStruckOnceInOrderAndNobodyIsFloodedWithMail() throws IOException {
        int port = freePort();
        try (RunningApp app = start(port)) {
            open(app);
            Until.isTrue("the mails wait for their server", BOUND, () -> count("""
                            select count(*) from outbox
                            where channel = 'email' and state = 'waiting' and (attempts = 0 or claim is not null)""") == 0);
        }
        List<Due> armed = list("select kind, key, step, cycle, at::text as at from alarm"
                + " where at <= timestamptz '2026-03-06 13:10:00Z' order by alarm.at, kind, key, step, cycle");
        assertThat(armed).hasSize(3 * ACCOUNTS + 1);
        int waiting = count("select count(*) from outbox where channel = 'email' and state = 'waiting'");
        assertThat(waiting).isPositive();
        assertThat(count("select count(*) from strike")).isZero();

        clock.advance(Duration.ofHours(1));
        try (PostOffice post = new PostOffice(port);
                RunningApp app = start(port)) {
            Until.isTrue(
                    "everything due is struck",
                    BOUND,
                    () -> app.get(AlarmTable.class).backlog(clock.instant()).due() == 0);

            // Once each, the oldest first, with nothing that came due again meanwhile.
            List<Due> struck = list("select kind, key, step, cycle, due_at::text as at from strike order by ctid");
            assertThat(struck)
                    .startsWith(armed.toArray(Due[]::new))
                    .isSortedAccordingTo(Comparator.comparing(Due::at))
                    .doesNotHaveDuplicates();
            // The ticket's reply was nearly late, and then it was: that came due after the first was struck.
            assertThat(struck.subList(armed.size(), struck.size()))
                    .extracting(Due::step)
                    .containsExactly("target:first-reply:100");
            T55_aPromiseThatRepeatsIsCaughtUpWithOnce(app);
            Timer lateness =
                    app.get(MeterRegistry.class).get("bellrope.strike.lateness").timer();
            assertThat(lateness.count()).isEqualTo(struck.size());
            assertThat(lateness.max(TimeUnit.MINUTES)).isBetween(50.0, 60.0);

            Until.isTrue("what may be said is said", BOUND, () -> count("""
                            select count(*) from outbox
                            where channel = 'email' and state = 'waiting'""") == 0);
            List<PostOffice.Letter> letters = post.letters();
            assertThat(letters).extracting(PostOffice.Letter::id).doesNotHaveDuplicates();
            // As many as the hour allows, and the digests of what the hour before did not allow.
            List<String> digests = client.sql("""
                    select '<' || message_id || '@localhost>' from outbox
                    where template = 'digest'""").query(String.class).list();
            assertThat(letters.stream()
                            .filter(letter -> !digests.contains(letter.id()))
                            .collect(Collectors.groupingBy(PostOffice.Letter::to, Collectors.counting())))
                    .allSatisfy((person, mails) -> assertThat(mails).isLessThanOrEqualTo(PER_PERSON_HOUR));
            assertThat(letters.stream()
                            .filter(letter -> digests.contains(letter.id()))
                            .collect(Collectors.groupingBy(PostOffice.Letter::to, Collectors.counting())))
                    .allSatisfy((person, mails) -> assertThat(mails).isLessThanOrEqualTo(2));

            // What the cap held back comes as one mail a person, and with it everything has been said once.
            clock.advance(Duration.ofMinutes(30));
            Until.isTrue(
                    "the digests are gone",
                    BOUND,
                    () -> count("select count(*) from outbox where state in ('waiting', 'gathering')") == 0);
            assertThat(post.letters())
                    .extracting(PostOffice.Letter::id)
                    .doesNotHaveDuplicates()
                    .hasSize(count("select count(*) from outbox where channel = 'email' and state = 'sent'"));
        }
    }

    private void T55_aPromiseThatRepeatsIsCaughtUpWithOnce(RunningApp app) {
        Escalations escalations = app.get(Escalations.class);
        List<Escalation> open = escalations.listOpenStates(VisibleAccounts.ALL, 100);
        assertThat(open).hasSizeGreaterThanOrEqualTo(ACCOUNTS);
        for (Escalation escalation : open) {
            assertThat(escalations.history(escalation.key(), 0).stream()
                            .filter(happening -> happening.event() instanceof Event.TargetMissed missed
                                    && missed.target().equals("update"))
                            .toList())
                    .as(escalation.key())
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(escalation.findOpenClock("update").orElseThrow().due())
                    .isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
        }
    }

    private RunningApp start(int mailPort) {
        return RunningApp.with(clock)
                .on(database)
                .smtp(URI.create("smtp://127.0.0.1:" + mailPort))
                .start();
    }

    /** An escalation a minute, and a ticket whose first reply is promised within a quarter of an hour. */
    private void open(RunningApp app) {
        SmallCompany.moveInto(app);
        app.get(Playbooks.class).publish(PLAYBOOK, "test", "");
        Entries entries = app.get(Entries.class);
        Escalations escalations = app.get(Escalations.class);
        IntStream.range(0, ACCOUNTS).forEach(number -> {
            String account = "account" + number;
            entries.put(
                    new Entry.AccountEntry(
                            account, "Account " + number, "premium", "EU", Map.of(), Map.of("csm", "eva")),
                    OptionalLong.empty(),
                    "test");
            assertThat(escalations.hear(SmallCompany.signal(
                            "s" + number, "slo.missed", account, "", clock.instant(), Map.of("share_of_users", 0.9))))
                    .hasSize(1);
            clock.advance(Duration.ofSeconds(30));
        });
        escalations.hear(SmallCompany.signal(
                "t", "ticket.opened", "tiny", "4711", clock.instant(), Map.of("priority", "urgent")));
    }

    private List<Due> list(String sql) {
        return client.sql(sql)
                .query((row, number) -> new Due(
                        row.getString("kind"),
                        row.getString("key"),
                        row.getString("step"),
                        row.getInt("cycle"),
                        row.getString("at")))
                .list();
    }

    private int count(String sql) {
        return client.sql(sql).query(Integer.class).single();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
