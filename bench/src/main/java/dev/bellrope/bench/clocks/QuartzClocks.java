package dev.bellrope.bench.clocks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/**
 * Quartz with its JDBC store, clustered. Triggers are acquired in batches as large as the pool of threads, within the lock, as its
 * configuration reference advises. The next timer is the trigger's own repetition, which Quartz writes when it fires: the cheapest way.
 */
final class QuartzClocks extends Peer {
    private static final Duration LONGEST_JOB = Duration.ofSeconds(30);

    private final Scheduler scheduler;

    /** The one job, for all subjects. */
    public static final class Warn implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            try {
                QuartzClocks quartz = (QuartzClocks) Objects.requireNonNull(
                        context.getScheduler().getContext().get("contestant"));
                quartz.strike(context.getTrigger().getKey().getName());
            } catch (SchedulerException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    QuartzClocks(Arena.Database database, Payload payload) {
        super(database, payload);
        try (InputStream tables = Objects.requireNonNull(
                Scheduler.class.getResourceAsStream("/org/quartz/impl/jdbcjobstore/tables_postgres.sql"))) {
            runScript(new String(tables.readAllBytes(), StandardCharsets.UTF_8));
            DBConnectionManager.getInstance().addConnectionProvider(database.name(), new Pooled());
            scheduler = new StdSchedulerFactory(properties(database.name())).getScheduler();
            scheduler.getContext().put("contestant", this);
        } catch (IOException | SchedulerException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Properties properties(String name) {
        Properties properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry("org.quartz.scheduler.instanceName", name),
                Map.entry("org.quartz.scheduler.instanceId", "AUTO"),
                Map.entry("org.quartz.scheduler.skipUpdateCheck", "true"),
                Map.entry("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", String.valueOf(THREADS)),
                Map.entry("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool"),
                Map.entry("org.quartz.threadPool.threadCount", String.valueOf(THREADS)),
                Map.entry("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX"),
                Map.entry("org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate"),
                Map.entry("org.quartz.jobStore.dataSource", name),
                Map.entry("org.quartz.jobStore.isClustered", "true"),
                Map.entry("org.quartz.jobStore.acquireTriggersWithinLock", "true"),
                Map.entry("org.quartz.jobStore.useProperties", "true")));
        return properties;
    }

    /** The pool that the effect uses too. */
    private final class Pooled implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return pool().getConnection();
        }

        @Override
        public void shutdown() {}

        @Override
        public void initialize() {}
    }

    @Override
    public String name() {
        return "Quartz";
    }

    @Override
    public String settings() {
        return "2.5.2, JDBC store, clustered, " + THREADS
                + " threads, as many triggers at once, misfires ignored, pool of " + POOL;
    }

    @Override
    void schedule(List<Timer> timers) {
        JobDetail job = JobBuilder.newJob(Warn.class)
                .withIdentity("warn")
                .storeDurably()
                .build();
        Set<Trigger> triggers = new HashSet<>();
        for (Timer timer : timers) {
            triggers.add(TriggerBuilder.newTrigger()
                    .forJob(job)
                    .withIdentity(timer.key())
                    .startAt(Date.from(timer.due()))
                    .withSchedule(SimpleScheduleBuilder.repeatHourlyForever((int) NEXT.toHours())
                            .withMisfireHandlingInstructionIgnoreMisfires())
                    .build());
        }
        try {
            scheduler.scheduleJobs(Map.of(job, triggers), true);
        } catch (SchedulerException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    String armedCount() {
        return "select count(*) from qrtz_triggers where trigger_state = 'WAITING' and prev_fire_time > 0";
    }

    @Override
    public void go() {
        try {
            scheduler.start();
        } catch (SchedulerException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void rest() {
        try {
            scheduler.standby();
            long end = System.nanoTime() + LONGEST_JOB.toNanos();
            while (!scheduler.getCurrentlyExecutingJobs().isEmpty() && System.nanoTime() < end) {
                Thread.sleep(Duration.ofMillis(20));
            }
        } catch (SchedulerException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    void end() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
