package dev.bellrope.bench.clocks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * db-scheduler with its fastest documented settings for PostgreSQL (docs/performance.md). A task that is done gives the time of its next
 * execution, which db-scheduler writes after the handler, in a transaction of its own.
 */
final class DbScheduler extends Peer {
    private static final int EXECUTORS = 20;
    private static final double LOWER = 4.0;
    private static final double UPPER = 20.0;
    private static final Duration POLLING = Duration.ofMillis(100);

    private static final String TABLE = """
            create table scheduled_tasks (
              task_name text not null, task_instance text not null, task_data bytea, execution_time timestamp with time zone,
              picked boolean not null, picked_by text, last_success timestamp with time zone, last_failure timestamp with time zone,
              consecutive_failures int, last_heartbeat timestamp with time zone, version bigint not null, priority smallint,
              state text, primary key (task_name, task_instance));
            create index execution_time_idx on scheduled_tasks (execution_time);
            create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
            """;

    private final CustomTask<Void> task;
    private @Nullable Scheduler scheduler;

    DbScheduler(Arena.Database database, Payload payload) {
        super(database, payload);
        runScript(TABLE);
        task = Tasks.custom("warn", Void.class).execute((instance, context) -> {
            strike(instance.getId());
            return (complete, operations) ->
                    operations.reschedule(complete, Instant.now().plus(NEXT));
        });
    }

    @Override
    public String name() {
        return "db-scheduler";
    }

    @Override
    public String settings() {
        return "16.12.0, lock-and-fetch " + LOWER + " to " + UPPER + ", " + EXECUTORS + " threads, polling every "
                + POLLING.toMillis() + " ms, pool of " + POOL;
    }

    @Override
    void schedule(List<Timer> timers) {
        SchedulerClient.Builder.create(pool(), task)
                .build()
                .scheduleBatch(timers.stream()
                        .<SchedulableInstance<?>>map(
                                timer -> SchedulableInstance.of(task.instance(timer.key()), timer.due()))
                        .toList());
    }

    @Override
    String armedCount() {
        return "select count(*) from scheduled_tasks where not picked and last_success is not null";
    }

    @Override
    public void go() {
        Scheduler started = Scheduler.create(pool(), task)
                .threads(EXECUTORS)
                .pollUsingLockAndFetch(LOWER, UPPER)
                .pollingInterval(POLLING)
                .build();
        started.start();
        scheduler = started;
    }

    @Override
    public void rest() {
        Objects.requireNonNull(scheduler).stop();
        scheduler = null;
    }

    @Override
    void end() {
        if (scheduler != null) {
            rest();
        }
    }
}
