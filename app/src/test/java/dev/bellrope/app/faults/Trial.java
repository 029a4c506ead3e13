package dev.bellrope.app.faults;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Tokens;
import dev.bellrope.app.database.OwnPostgres;
import dev.bellrope.app.database.TestDatabase;
import dev.bellrope.app.messages.webhook.Webhooks;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.escalation.Actor;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Three nodes under load while things go wrong, and what a referee found afterwards.
 *
 * @param seed gives the load, and which faults come when
 * @param length how long faults come
 * @param kills how many nodes are killed in that time
 * @param others the other faults, which come in turn
 * @param wrongBy how far the clock of each node is fast
 */
record Trial(long seed, Duration length, int kills, Set<Fault> others, List<Duration> wrongBy) {
    private static final List<Duration> RIGHT = List.of(Duration.ZERO, Duration.ZERO, Duration.ZERO);
    private static final int WORKERS = 10;
    private static final Duration PACE = Duration.ofMillis(250);
    private static final Duration GRACE = Duration.ofSeconds(60);

    /** Many strikes an escalation, within half a minute; nothing is held back, so that everything due must arrive. */
    private static final String PLAYBOOK = """
            playbook: faults
            format: v1
            purpose: To come due fast.
            owner: nobody
            targets:
              acknowledge: { S1: 6s, S2: 6s, S3: 6s, S4: 6s, warn: ["50%", "75%"] }
              plan:        { S1: 9s, S2: 9s, S3: 9s, warn: ["75%"] }
              update:      { S1: 20s, S2: 20s, S3: 20s, S4: 20s, warn: ["75%"], repeats: true }
              resolve:     { S1: 25s, S2: 25s, S3: 25s, S4: 25s, warn: ["60%"] }
              calendar:    always
            guardrails:
              automatic-messages: { per-escalation-hour: 0, per-person-hour: 0, digest-above: 0 }
              quiet-hours: { from: "00:00", until: "00:00" }
              openings-per-hour: 0
            exit:
              criteria:
                - { name: customer-confirms, confirms: the customer says that it works }
              watch: none
            """;

    /** Of nodes whose clocks are right. */
    Trial(long seed, Duration length, int kills, Set<Fault> others) {
        this(seed, length, kills, others, RIGHT);
    }

    /** What fits into the test run of every day. */
    static Trial inShort(long seed) {
        return new Trial(seed, Duration.ofSeconds(12), 3, Set.of(Fault.CUT, Fault.MAIL_DROPS));
    }

    /** The clocks of two nodes are five minutes apart, and the third one's is right. */
    static Trial withClocksApart(long seed) {
        Duration half = Duration.ofSeconds(150);
        return new Trial(
                seed,
                Duration.ofSeconds(40),
                4,
                Set.of(Fault.CUT, Fault.MAIL_DROPS),
                List.of(half.negated(), Duration.ZERO, half));
    }

    /** How far the clocks of two nodes are apart at most. */
    Duration apart() {
        return Collections.max(wrongBy).minus(Collections.min(wrongBy));
    }

    /** Everything in folders of its own under the one given; the report goes to standard output line by line. */
    Report run(Path folder) throws Exception {
        long began = System.nanoTime();
        try (OwnPostgres postgres = OwnPostgres.start(Path.of("target", "faults-database"));
                MailSink mail = new MailSink(seed);
                HookSink hook = new HookSink()) {
            String token = prepare(postgres.database(), hook.url());
            Referee.watch(postgres.database());
            Book book = new Book();
            Referee referee = new Referee(postgres.database(), book, mail, hook, this);
            try (Cluster cluster = new Cluster(wrongBy, folder, postgres, mail.url());
                    Load load = new Load(cluster, book, token, WORKERS, PACE, seed);
                    Injector injector = new Injector(cluster, mail, hook, token, seed)) {
                cluster.awaitAll();
                tell(began, "three nodes serve; the load begins");
                load.start();
                injector.run(kills, others, length);
                tell(began, "the faults are over");
                cluster.awaitAll();
                load.finish(GRACE);
                tell(began, "the load is over; what is open is closed");
                load.concludeAll(referee.listOpen());
                int broughtForward = referee.awaitQuiet();
                tell(began, "all is quiet");
                cluster.stop();
                return referee.judge(injector.done(), cluster, broughtForward);
            }
        }
    }

    private static void tell(long began, String what) {
        System.out.printf(
                "%4d s  %s%n", Duration.ofNanos(System.nanoTime() - began).toSeconds(), what);
    }

    /** People, accounts, the playbook, a subscription and a token, before the nodes start. */
    private static String prepare(TestDatabase database, String hook) {
        try (RunningApp app = RunningApp.with(Clock.systemUTC())
                .on(database)
                .setting("bellrope.webhooks.allow-private", "true")
                .start()) {
            SmallCompany.moveInto(app);
            app.get(Playbooks.class).publish(PLAYBOOK, "test", "");
            SmallCompany.addAccounts(app, Load.ACCOUNTS);
            app.get(Webhooks.class).create(URI.create(hook), List.of(), false, new Actor("test", "Test", Set.of()));
            return app.get(Tokens.class)
                    .issue(
                            "load",
                            Role.MANAGER,
                            Set.of(Scope.READ, Scope.SIGNALS_WRITE, Scope.ESCALATIONS_WRITE),
                            Optional.empty());
        }
    }
}
