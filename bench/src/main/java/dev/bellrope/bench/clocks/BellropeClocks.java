package dev.bellrope.bench.clocks;

import dev.bellrope.app.Bellrope;
import dev.bellrope.app.cli.Server;
import dev.bellrope.app.directory.Entries;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.messages.Messages;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.app.settings.Settings;
import dev.bellrope.core.signal.Signal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bellrope itself, as {@code bellrope serve} starts it. Its timers are the warnings of a promised update, half an hour ahead of it. */
final class BellropeClocks implements Contestant {
    private static final Duration UNTIL_WARNING = Duration.ofHours(2);

    private static final String PLAYBOOK = """
            playbook: bench
            format: v1
            purpose: One warning comes due, and everything else much later.
            owner: nobody
            targets:
              acknowledge: { S1: 400h, S2: 400h, S3: 400h, S4: 400h }
              plan:        { S1: 500h, S2: 500h, S3: 500h }
              update:      { S1: 4h, S2: 4h, S3: 4h, S4: 4h, warn: ["50%"], repeats: true }
              resolve:     { S1: 600h, S2: 600h, S3: 600h, S4: 600h }
              calendar:    always
            guardrails:
              openings-per-hour: 0
            """;

    private final Arena.Database database;
    private final StandingClock clock = new StandingClock();
    private final ConfigurableApplicationContext context;
    private final SmartLifecycle striker;
    private final JdbcClient client;
    private int accounts;

    BellropeClocks(Arena.Database database, Path home) {
        this.database = database;
        Settings settings = new Settings(
                0,
                home,
                URI.create("http://localhost"),
                Optional.of(new Settings.Database(database.url(), database.user(), database.password())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        context = Server.start(
                Bellrope.class,
                settings,
                (GenericApplicationContext starting) -> starting.registerBean(Clock.class, () -> clock));
        striker = context.getBean("striker", SmartLifecycle.class);
        striker.stop();
        // No mail server is set; without this, what is put into the outbox would at once be marked as held.
        context.getBean(Messages.class).rest();
        client = context.getBean(JdbcClient.class);
        client.sql("""
                create view struck as
                select due_at, struck_at as began_at, pg_xact_commit_timestamp(xmin) as committed_at from strike
                """).update();
        moveIn();
    }

    @Override
    public String name() {
        return "Bellrope";
    }

    @Override
    public String settings() {
        return "as it is served, one node, pool of " + POOL;
    }

    private void moveIn() {
        put(new Entry.TeamEntry("platform", "Platform", "always"));
        for (String person : List.of("ana", "ben", "eva", "vic")) {
            put(new Entry.PersonEntry(
                    person,
                    person,
                    person + "@us.example",
                    "platform",
                    "engineering",
                    person.equals("vic") ? List.of("vp-engineering", "escalation-manager") : List.of(),
                    List.of("kubernetes"),
                    4,
                    "",
                    ""));
        }
        context.getBean(Playbooks.class).publish(PLAYBOOK, "bench", "");
    }

    /** Really declares an escalation for each instant; one that comes again is a copy of it, row by row, under a key of its own. */
    @Override
    public void arm(List<Instant> due) {
        Map<Instant, Integer> times = new LinkedHashMap<>();
        due.forEach(at -> times.merge(at, 1, Integer::sum));
        Escalations escalations = context.getBean(Escalations.class);
        int first = accounts;
        for (Instant at : times.keySet()) {
            String account = "account" + accounts++;
            put(new Entry.AccountEntry(account, "Account " + accounts, "premium", "EU", Map.of(), Map.of()));
            clock.standAt(at.minus(UNTIL_WARNING));
            List<String> did = escalations.hear(new Signal(
                    "bench",
                    account,
                    "slo.missed",
                    clock.instant(),
                    account,
                    "",
                    "Checkout fails for some",
                    Map.of("share_of_users", 0.05)));
            if (did.size() != 1) {
                throw new IllegalStateException("the signal began no escalation: " + did);
            }
        }
        clock.goOn();
        copy(first, new ArrayList<>(times.values()));
    }

    private void copy(int first, List<Integer> times) {
        int copies = times.stream().mapToInt(Integer::intValue).max().orElse(1) - 1;
        if (copies == 0) {
            return;
        }
        Copies.write(client, first, first + times.size() - 1, copies);
    }

    @Override
    public void go() {
        striker.start();
    }

    @Override
    public void rest() {
        striker.stop();
    }

    @Override
    public List<String> mistakes(int timers) {
        List<String> found = new ArrayList<>();
        Mistakes mistakes = new Mistakes(client, timers, found);
        mistakes.expect("strikes", "select count(*) from strike where did");
        mistakes.expect("subjects", "select count(distinct (kind, key)) from strike");
        mistakes.expect("events", "select count(*) from escalation_event where name = 'target-warned'");
        mistakes.expect("messages", "select count(*) from outbox where template = 'warned' and state = 'waiting'");
        mistakes.expect("next timers", "select count(*) from alarm where step = 'target:update:100'");
        mistakes.expect("states", """
                select count(*) from escalation e
                where sequence = (select max(sequence) from escalation_event where escalation = e.key)
                """);
        return found;
    }

    /** What Bellrope wrote for one strike, so that the others write as much. */
    Payload payload() {
        return client.sql("""
                select e.state::text as state, v.body::text as event, o.subject, o.body
                from outbox o
                join escalation e on e.key = o.escalation_key
                join escalation_event v on v.escalation = e.key and v.name = 'target-warned'
                where o.template = 'warned' limit 1
                """)
                .query((row, number) -> new Payload(
                        row.getString("state"),
                        row.getString("event"),
                        row.getString("subject"),
                        row.getString("body")))
                .single();
    }

    JdbcClient client() {
        return client;
    }

    private void put(Entry entry) {
        context.getBean(Entries.class).put(entry, OptionalLong.empty(), "bench");
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
