package dev.bellrope.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Tokens;
import dev.bellrope.app.database.TestDatabase;
import dev.bellrope.app.escalations.Fold;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.app.story.Node;
import dev.bellrope.app.story.PostOffice;
import dev.bellrope.app.story.Until;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two processes on one PostgreSQL, of which one is killed or stands still while clocks come due and mails are on their way. The
 * other goes on; afterwards nothing is missing and nothing was done twice.
 *
 * <p>One thing no sender can rule out: a mail that the server had taken when the node was killed, before that was written down. It
 * is sent again, under the same Message-ID, so mail programs show it once. At most one mail a connection of the killed node can be in
 * that state.
 */
@Tag("nodes")
class TwoNodesTest {
    private static final int ESCALATIONS = 30;

    /** Connections of one node to the mail server: as many mails can be taken but not yet written down when it dies. */
    private static final int IN_FLIGHT = 4;

    private static final Duration BOUND = Duration.ofMinutes(2);

    private static final String EVENT = "application/cloudevents+json";

    /** Nine strikes an escalation, all within a quarter of a minute. */
    private static final String PLAYBOOK = """
            playbook: two-nodes
            format: v1
            purpose: To come due fast.
            owner: nobody
            targets:
              acknowledge: { S1: 8s, S2: 8s, S3: 8s, S4: 8s, warn: ["50%", "75%"] }
              plan:        { S1: 10s, S2: 10s, S3: 10s, warn: ["40%", "75%"] }
              update:      { S1: 12s, S2: 12s, S3: 12s, S4: 12s, warn: ["50%", "75%"], repeats: false }
              resolve:     { S1: 15s, S2: 15s, S3: 15s, S4: 15s, warn: ["60%", "75%"] }
              calendar:    always
            guardrails:
              automatic-messages: { per-escalation-hour: 0, per-person-hour: 0, digest-above: 0 }
              quiet-hours: { from: "00:00", until: "00:00" }
              openings-per-hour: 0
            """;

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient client = database.client();

    @TempDir
    private Path folder;

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void T48_T53_T68_oneIsKilledAndTheOtherLosesNothingAndRepeatsNothing() throws Exception {
        String token = prepare();
        try (PostOffice post = new PostOffice(0);
                Node one = Node.start("one", folder, database, post.url());
                Node other = Node.start("other", folder, database, post.url())) {
            begin(List.of(one, other), token);
            one.kill();
            int before = count("select count(*) from strike");
            long killed = System.nanoTime();
            assertThat(count("select count(*) from alarm"))
                    .as("clocks that were still to strike")
                    .isPositive();
            allQuiet();
            System.out.printf(
                    "%d strikes, %d of them after the kill; all quiet %d s after it%n",
                    count("select count(*) from strike"),
                    count("select count(*) from strike") - before,
                    Duration.ofNanos(System.nanoTime() - killed).toSeconds());
            eachClockWasStruckOnce();
            eachMailArrived(post.letters());
        }
        whatIsKeptIsWhatHappened();
    }

    @Test
    void T52_oneStandsStillWithWorkInHandAndWhatTheOtherTookOverIsNotDoneAgain() throws Exception {
        String token = prepare();
        try (PostOffice post = new PostOffice(0);
                Node one = Node.start("one", folder, database, post.url());
                Node other = Node.start("other", folder, database, post.url())) {
            begin(List.of(one, other), token);
            suspendInMidWork(one);
            long suspended = System.nanoTime();
            allQuiet();
            System.out.printf(
                    "one node stood still with a transaction open; all quiet %d s after it%n",
                    Duration.ofNanos(System.nanoTime() - suspended).toSeconds());
            int struck = count("select count(*) from strike");
            one.goOn();
            assertThat(one.post("/api/v1/signals", token, EVENT, outage(0)).body())
                    .as("it serves again")
                    .contains("duplicate");
            assertThat(count("select count(*) from strike")).isEqualTo(struck);
            eachClockWasStruckOnce();
            eachMailArrived(post.letters());
        }
        whatIsKeptIsWhatHappened();
    }

    /** Escalations, heard by the nodes in turn, whose clocks have begun to strike. */
    private void begin(List<Node> nodes, String token) throws Exception {
        nodes.forEach(Node::port);
        for (int number = 0; number < ESCALATIONS; number++) {
            assertThat(nodes.get(number % nodes.size())
                            .post("/api/v1/signals", token, EVENT, outage(number))
                            .statusCode())
                    .isEqualTo(202);
        }
        assertThat(count("select count(*) from escalation")).isEqualTo(ESCALATIONS);
        Until.isTrue("clocks are struck", BOUND, () -> count("select count(*) from strike") >= 2 * ESCALATIONS);
    }

    /** Suspends a node at a moment at which it holds locks: again and again, until it does. */
    private void suspendInMidWork(Node node) throws Exception {
        for (int tries = 0; tries < 100; tries++) {
            node.suspend();
            Thread.sleep(200);
            int held = count("""
                    select count(*) from pg_stat_activity
                    where datname = current_database() and state = 'idle in transaction'
                      and state_change < clock_timestamp() - interval '150 ms'""");
            if (held > 0) {
                assertThat(count("select count(*) from alarm"))
                        .as("clocks that were still to strike")
                        .isPositive();
                return;
            }
            node.goOn();
            Thread.sleep(20);
        }
        throw new AssertionError("the node was never caught in mid-work");
    }

    private void allQuiet() {
        Until.isTrue(
                "nothing is due but what executives are told hours later",
                BOUND,
                () -> count("select count(*) from alarm where at < now() + interval '1 hour'") == 0);
        Until.isTrue("every mail is sent", BOUND, () -> count("""
                        select count(*) from outbox
                        where channel = 'email' and state in ('waiting', 'gathering')""") == 0);
    }

    private void eachClockWasStruckOnce() {
        // Of one promise each alarm strikes once at most, and each miss has the strike it came from.
        assertThat(count("select count(*) from strike")).isGreaterThanOrEqualTo(4 * ESCALATIONS);
        assertThat(count("select count(*) from (select distinct kind, key, step, cycle from strike) as one"))
                .isEqualTo(count("select count(*) from strike"));
        assertThat(count("""
                select count(*)
                from (select escalation, body ->> 'target', body ->> 'cycle' from escalation_event
                      where name = 'target-missed'
                      group by 1, 2, 3 having count(*) > 1) as twice""")).isZero();
        assertThat(count("select count(*) from escalation_event where name = 'target-missed'"))
                .isEqualTo(4 * ESCALATIONS);
        assertThat(count("select count(*) from strike where did")).isEqualTo(count("""
                select count(*) from escalation_event
                where name in ('target-missed', 'target-warned') and actor = 'system'"""));
        assertThat(count("""
                select count(*)
                from escalation_event event
                join strike on strike.kind = 'escalation' and strike.key = event.escalation
                  and strike.step like 'target:' || (event.body ->> 'target') || ':%'
                  and strike.cycle = cast(event.body ->> 'cycle' as integer)
                  and strike.struck_at = event.at
                where event.name = 'target-missed'""")).isEqualTo(4 * ESCALATIONS);
    }

    private void eachMailArrived(List<PostOffice.Letter> letters) {
        List<String> sent = client.sql("""
                select '<' || message_id || '@bells.example>' from outbox
                where channel = 'email' and state = 'sent'""").query(String.class).list();
        assertThat(sent).hasSizeGreaterThan(ESCALATIONS);
        assertThat(letters.stream().map(PostOffice.Letter::id).distinct()).containsExactlyInAnyOrderElementsOf(sent);
        int doubled = letters.size() - sent.size();
        System.out.printf("%d mails, %d of them twice under one Message-ID%n", sent.size(), doubled);
        assertThat(doubled).isBetween(0, IN_FLIGHT);
        assertThat(count("select count(*) from outbox where state = 'dead'")).isZero();
    }

    private void whatIsKeptIsWhatHappened() {
        assertThat(count("""
                select count(*)
                from (select escalation, max(sequence) as newest, count(*) as events
                      from escalation_event group by escalation) as history
                join escalation on key = escalation
                where newest <> events or newest <> sequence""")).isZero();
        try (RunningApp app = app()) {
            List<String> keys =
                    client.sql("select key from escalation").query(String.class).list();
            assertThat(keys).hasSize(ESCALATIONS).allSatisfy(new Fold(app)::isKept);
        }
    }

    /** People, accounts, the playbook and a token, before the nodes start. */
    private String prepare() {
        try (RunningApp app = app()) {
            SmallCompany.moveInto(app);
            app.get(Playbooks.class).publish(PLAYBOOK, "test", "");
            SmallCompany.addAccounts(app, ESCALATIONS);
            return app.get(Tokens.class)
                    .issue("alerts", Role.AGENT, Set.of(Scope.READ, Scope.SIGNALS_WRITE), Optional.empty());
        }
    }

    private RunningApp app() {
        return RunningApp.with(java.time.Clock.systemUTC()).on(database).share();
    }

    private static String outage(int number) {
        return """
                {"specversion": "1.0", "id": "outage-%d", "source": "test", "type": "slo.missed",
                 "data": {"account": "account%d", "title": "Nobody can pay", "share_of_users": 0.9}}""".formatted(number, number);
    }

    private int count(String sql) {
        return client.sql(sql).query(Integer.class).single();
    }
}
