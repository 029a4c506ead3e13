package dev.bellrope.app.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Brings faults about, each place on a thread of its own, in an order and at moments that the seed gives. */
final class Injector implements AutoCloseable {
    private static final Duration BAD_MOOD = Duration.ofSeconds(8);

    private final Cluster cluster;
    private final MailSink mail;
    private final HookSink hook;
    private final String token;
    private final long seed;
    private final Map<Fault, Integer> done = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    Injector(Cluster cluster, MailSink mail, HookSink hook, String token, long seed) {
        this.cluster = cluster;
        this.mail = mail;
        this.hook = hook;
        this.token = token;
        this.seed = seed;
    }

    /** So many kills, and the others in turn, spread over that time; returns when the last of them is over. */
    void run(int kills, Set<Fault> others, Duration length) throws Exception {
        List<Future<?>> all = new ArrayList<>();
        all.add(threads.submit(() -> {
            Random random = new Random(seed * 17);
            long pause = length.toMillis() / kills;
            for (int number = 0; number < kills; number++) {
                Thread.sleep(random.nextLong(pause / 2, pause * 3 / 2));
                while (!inject(Fault.KILL, random)) {
                    Thread.sleep(100);
                }
            }
            return null;
        }));
        for (Fault.Place place : Fault.Place.values()) {
            List<Fault> here =
                    others.stream().filter(fault -> fault.place() == place).toList();
            if (!here.isEmpty()) {
                all.add(threads.submit(() -> {
                    inTurn(here, new Random(seed * 17 + place.name().hashCode()), length);
                    return null;
                }));
            }
        }
        for (Future<?> one : all) {
            one.get();
        }
    }

    /** All of them in an order of chance, then all of them again, while the time lasts; each once at least. */
    private void inTurn(List<Fault> faults, Random random, Duration length) throws Exception {
        long end = System.nanoTime() + length.toNanos();
        boolean first = true;
        while (first || System.nanoTime() < end) {
            List<Fault> order = new ArrayList<>(faults);
            Collections.shuffle(order, random);
            for (Fault fault : order) {
                if (first || System.nanoTime() < end) {
                    Thread.sleep(random.nextLong(2_000, 8_000));
                    inject(fault, random);
                }
            }
            first = false;
        }
    }

    private boolean inject(Fault fault, Random random) throws Exception {
        boolean happened = switch (fault) {
            case KILL -> cluster.kill(random);
            case STANDSTILL -> cluster.suspend(random, Duration.ofMillis(random.nextLong(12_000, 15_000)));
            case CUT -> cut();
            case CRASH -> crash();
            case POSTGRES_STANDSTILL -> standStill();
            case FULL_POOL -> fillPool(random);
            case MAIL_REFUSES -> mood(MailSink.Mood.REFUSING);
            case MAIL_SLOW -> mood(MailSink.Mood.SLOW);
            case MAIL_DROPS -> mood(MailSink.Mood.DROPPING);
            case HOOK_HANGS -> mood(HookSink.Mood.HANGING);
            case HOOK_FAILS -> mood(HookSink.Mood.FAILING);
            case HOOK_BUSY -> mood(HookSink.Mood.BUSY);
            case HOOK_REDIRECTS -> mood(HookSink.Mood.REDIRECTING);
        };
        if (happened) {
            done.merge(fault, 1, Integer::sum);
        }
        return happened;
    }

    private boolean mood(MailSink.Mood mood) throws InterruptedException {
        mail.behave(mood);
        Thread.sleep(BAD_MOOD);
        mail.behave(MailSink.Mood.WELL);
        return true;
    }

    private boolean mood(HookSink.Mood mood) throws InterruptedException {
        hook.behave(mood);
        Thread.sleep(BAD_MOOD);
        hook.behave(HookSink.Mood.WELL);
        return true;
    }

    /** About every second one, of all nodes. */
    private boolean cut() {
        return cluster.database().client().sql("""
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where application_name = 'bellrope' and pid % 2 = 0""").query(Integer.class).single() > 0;
    }

    private boolean crash() throws IOException {
        cluster.postgres().crash();
        return true;
    }

    private boolean standStill() throws IOException, InterruptedException {
        cluster.postgres().suspend();
        try {
            Thread.sleep(10_000);
        } finally {
            cluster.postgres().goOn();
        }
        return true;
    }

    /** Holds the lock of one account, and asks one node thirty times to wait for it. */
    private boolean fillPool(Random random) throws SQLException, InterruptedException {
        OptionalInt port = cluster.findPort(random);
        if (port.isEmpty()) {
            return false;
        }
        try (Connection connection = cluster.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                HttpClient http = HttpClient.newHttpClient()) {
            statement.execute("select pg_advisory_lock(hashtextextended('bellrope:account:account0', 0))");
            for (int number = 0; number < 30; number++) {
                String body = """
                        {"specversion": "1.0", "id": "pool-%d-%d", "source": "pool", "type": "slo.missed",
                         "data": {"account": "account0", "title": "Nobody can pay", "share_of_users": 0.9}}""".formatted(System.nanoTime(), number);
                CompletableFuture<?> _ = http.sendAsync(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port.getAsInt() + "/api/v1/signals"))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/cloudevents+json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding());
            }
            Thread.sleep(BAD_MOOD);
            statement.execute("select pg_advisory_unlock_all()");
            http.shutdownNow();
        }
        return true;
    }

    /** How often each happened. */
    Map<Fault, Integer> done() {
        Map<Fault, Integer> sorted = new EnumMap<>(Fault.class);
        sorted.putAll(done);
        return sorted;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
