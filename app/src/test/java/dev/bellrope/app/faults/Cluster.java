package dev.bellrope.app.faults;

import dev.bellrope.app.database.OwnPostgres;
import dev.bellrope.app.database.TestDatabase;
import dev.bellrope.app.story.Node;
import dev.bellrope.app.story.Until;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Nodes on one PostgreSQL, each started again when it ends, as whatever keeps processes running would do. */
final class Cluster implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);

    private final Path folder;
    private final OwnPostgres postgres;
    private final URI smtp;
    private final List<Duration> wrongBy;
    private final List<Optional<Node>> nodes = new ArrayList<>();
    private final Set<Integer> suspended = new HashSet<>();
    private final List<String> logs = new ArrayList<>();
    private final Thread keeper;
    private volatile boolean running = true;
    private int started;
    private int fell;
    private int looks;
    private int deserted;

    /**
     * Begins to start them.
     *
     * @param wrongBy how far the clock of each of them is fast
     */
    Cluster(List<Duration> wrongBy, Path folder, OwnPostgres postgres, URI smtp) {
        this.wrongBy = List.copyOf(wrongBy);
        this.folder = folder;
        this.postgres = postgres;
        this.smtp = smtp;
        wrongBy.forEach(one -> nodes.add(Optional.empty()));
        this.keeper = Thread.ofPlatform().daemon().name("keeper").start(this::keep);
    }

    OwnPostgres postgres() {
        return postgres;
    }

    TestDatabase database() {
        return postgres.database();
    }

    private void keep() {
        try {
            while (running) {
                startMissing();
                look();
                Thread.sleep(200);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private synchronized void look() {
        boolean serves = !serving().isEmpty();
        if (serves || looks > 0) {
            looks++;
        }
        if (!serves && looks > 0) {
            deserted++;
        }
    }

    /** For how many in a hundred moments no node served, from the first that did. */
    synchronized int deserted() {
        return looks == 0 ? 0 : Math.round(100f * deserted / looks);
    }

    private synchronized void startMissing() throws IOException {
        for (int place = 0; place < nodes.size() && running; place++) {
            Optional<Node> node = nodes.get(place);
            if (node.isPresent() && node.get().isAlive()) {
                continue;
            }
            // One that was killed has been taken out; one that ended by itself had no database, or a defect.
            if (node.isPresent()) {
                fell++;
                logs.add(node.get().log());
            }
            started++;
            nodes.set(place, Optional.of(start(wrongBy.get(place), "node-" + (place + 1) + "-" + started)));
        }
    }

    private Node start(Duration fast, String name) throws IOException {
        String setting = "--webhooks.allow-private=true";
        return fast.isZero()
                ? Node.start(name, folder, database(), smtp, setting)
                : Node.start(WrongClock.class, fast.toString(), name, folder, database(), smtp, setting);
    }

    /** Waits until all of them serve. */
    void awaitAll() {
        Until.isTrue("all nodes serve", START, () -> serving().size() == nodes.size());
    }

    private synchronized List<Integer> serving() {
        return IntStream.range(0, nodes.size())
                .filter(place -> !suspended.contains(place))
                .filter(place -> nodes.get(place)
                        .filter(Node::isAlive)
                        .flatMap(Node::find)
                        .isPresent())
                .boxed()
                .toList();
    }

    /** The port of one that serves; empty while none does. */
    synchronized OptionalInt findPort(Random random) {
        List<Integer> serving = serving();
        return serving.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(nodes.get(serving.get(random.nextInt(serving.size())))
                        .flatMap(Node::find)
                        .orElseThrow());
    }

    /** Kills one, whatever it is doing, its start included; false when none was there. */
    synchronized boolean kill(Random random) throws InterruptedException {
        List<Integer> alive = IntStream.range(0, nodes.size())
                .filter(place -> !suspended.contains(place))
                .filter(place -> nodes.get(place).filter(Node::isAlive).isPresent())
                .boxed()
                .toList();
        List<Integer> candidates = serving().isEmpty() ? alive : serving();
        if (candidates.isEmpty()) {
            return false;
        }
        int place = candidates.get(random.nextInt(candidates.size()));
        Node node = nodes.get(place).orElseThrow();
        node.kill();
        logs.add(node.log());
        nodes.set(place, Optional.empty());
        return true;
    }

    /** Lets one stand still for a while; false when none serves. */
    boolean suspend(Random random, Duration length) throws IOException, InterruptedException {
        Node node;
        int place;
        synchronized (this) {
            List<Integer> serving = serving();
            if (serving.isEmpty()) {
                return false;
            }
            place = serving.get(random.nextInt(serving.size()));
            node = nodes.get(place).orElseThrow();
            suspended.add(place);
            node.suspend();
        }
        try {
            Thread.sleep(length);
        } finally {
            synchronized (this) {
                node.goOn();
                suspended.remove(place);
            }
        }
        return true;
    }

    /** How many processes were started. */
    synchronized int started() {
        return started;
    }

    /** How many ended by themselves. */
    synchronized int fell() {
        return fell;
    }

    /** What all of them wrote. */
    synchronized List<String> logs() {
        List<String> all = new ArrayList<>(logs);
        nodes.forEach(node -> node.ifPresent(one -> all.add(one.log())));
        return all;
    }

    /** Ends them as an operator does. */
    void stop() throws InterruptedException {
        running = false;
        keeper.join();
        synchronized (this) {
            for (Optional<Node> node : nodes) {
                if (node.isPresent()) {
                    node.get().stop();
                }
            }
        }
    }

    @Override
    public void close() {
        running = false;
        synchronized (this) {
            nodes.forEach(node -> node.ifPresent(Node::close));
        }
    }
}
