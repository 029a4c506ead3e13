package dev.bellrope.bench.clocks;

import java.time.Instant;
import java.util.List;

/**
 * One way to keep timers, on a database of its own. A timer that strikes appends an event, changes the state of its subject, arms its
 * next timer and puts a message into an outbox.
 *
 * <p>The database holds a view {@code struck (due_at, began_at, committed_at)}, one row a strike, that all measurements read.
 */
interface Contestant extends AutoCloseable {
    /** How many connections each may have. */
    int POOL = 20;

    String name();

    /** Version and settings, for whoever judges the figures. */
    String settings();

    /** Arms one timer at each instant, each of a new subject. Called while it rests. */
    void arm(List<Instant> due);

    /** Strikes what is due, until it rests. */
    void go();

    /** Strikes no more, until it goes again. */
    void rest();

    /** What is wrong after {@code timers} timers struck; empty when each had its whole effect exactly once. */
    List<String> mistakes(int timers);

    @Override
    void close();
}
