package dev.bellrope.app;

import dev.bellrope.app.database.TestDatabase;
import dev.bellrope.app.messages.polling.Poller;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * An application that goes on running when a test is done with it, for the next one that wants the same settings: that one gives it
 * a database and a clock of its own, and finds nothing in its memory. Starting another takes more than a second of the processor.
 */
final class SharedApp {
    private static final Map<Map<String, String>, Deque<SharedApp>> IDLE = new HashMap<>();

    private final ConfigurableApplicationContext context;
    private final SwitchableDatabase database;
    private final SwitchableClock clock;
    private final Memory memory;
    private final List<SmartLifecycle> workers;
    private final Deque<SharedApp> home;

    /** Where one leads to that nobody uses: its own is dropped by then. */
    private static final class Waiting {
        static final TestDatabase ROOM = TestDatabase.create();
    }

    private SharedApp(
            ConfigurableApplicationContext context,
            SwitchableDatabase database,
            SwitchableClock clock,
            Deque<SharedApp> home) {
        this.context = context;
        this.database = database;
        this.clock = clock;
        this.memory = Memory.of(context);
        this.workers = context.getBeansOfType(SmartLifecycle.class).values().stream()
                .filter(worker -> worker.getClass().getName().startsWith("dev.bellrope.app."))
                .toList();
        this.home = home;
    }

    /** One that nobody uses, or a new one. */
    static SharedApp take(
            Map<String, String> settings,
            Clock clock,
            TestDatabase database,
            BiFunction<SwitchableClock, SwitchableDatabase, ConfigurableApplicationContext> start) {
        SharedApp idle;
        Deque<SharedApp> home;
        synchronized (IDLE) {
            home = IDLE.computeIfAbsent(Map.copyOf(settings), another -> new ArrayDeque<>());
            idle = home.poll();
        }
        if (idle == null) {
            SwitchableClock followed = new SwitchableClock(clock);
            SwitchableDatabase led = new SwitchableDatabase(database);
            return new SharedApp(start.apply(followed, led), led, followed, home);
        }
        idle.begin(clock, database);
        return idle;
    }

    private void begin(Clock next, TestDatabase other) {
        database.lead(other);
        memory.restore();
        clock.follow(next);
        workers.forEach(SmartLifecycle::start);
        context.getBeansOfType(Poller.class).values().forEach(Poller::start);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    /** For the next one. */
    void giveBack() {
        workers.forEach(SmartLifecycle::stop);
        context.getBeansOfType(Poller.class).values().forEach(Poller::close);
        database.lead(Waiting.ROOM);
        synchronized (IDLE) {
            home.push(this);
        }
    }
}
