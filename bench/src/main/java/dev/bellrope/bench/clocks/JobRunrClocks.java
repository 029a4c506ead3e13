package dev.bellrope.bench.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.scheduling.JobBuilder;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.sql.common.SqlStorageProviderFactory;
import org.jobrunr.utils.mapper.JsonMapper;
import org.jobrunr.utils.mapper.jackson3.Jackson3JsonMapper;
import org.jspecify.annotations.Nullable;

/** JobRunr (open source) with its PostgreSQL store. The next timer is a job that the handler schedules, in a transaction of JobRunr's. */
final class JobRunrClocks extends Peer {
    /** The shortest that it accepts. */
    private static final Duration POLLING = Duration.ofSeconds(5);

    private static final int AT_ONCE = 5_000;

    private final JsonMapper json = new Jackson3JsonMapper();
    private final StorageProvider store;
    private final JobRequestScheduler scheduler;
    private @Nullable BackgroundJobServer server;

    /** A warning of a subject. */
    public record Warn(String key) implements JobRequest {
        @Override
        public Class<Warning> getJobRequestHandler() {
            return Warning.class;
        }
    }

    /** Handles it; public, since JobRunr calls it by reflection. */
    public static final class Warning implements JobRequestHandler<Warn> {
        private final JobRunrClocks jobs;

        private Warning(JobRunrClocks jobs) {
            this.jobs = jobs;
        }

        @Override
        public void run(Warn warn) {
            jobs.strike(warn.key());
            jobs.scheduler.schedule(Instant.now().plus(NEXT), warn);
        }
    }

    JobRunrClocks(Arena.Database database, Payload payload) {
        super(database, payload);
        store = SqlStorageProviderFactory.using(pool());
        store.setJobMapper(new JobMapper(json));
        scheduler = new JobRequestScheduler(store);
    }

    @Override
    public String name() {
        return "JobRunr";
    }

    @Override
    public String settings() {
        return "8.7.0 open source, " + THREADS + " workers, polling every " + POLLING.toSeconds() + " s, pool of "
                + POOL;
    }

    @Override
    void schedule(List<Timer> timers) {
        for (int from = 0; from < timers.size(); from += AT_ONCE) {
            scheduler.create(timers.subList(from, Math.min(timers.size(), from + AT_ONCE)).stream()
                    .map(timer -> JobBuilder.aJob().scheduleAt(timer.due()).withJobRequest(new Warn(timer.key()))));
        }
    }

    @Override
    String armedCount() {
        return "select count(*) from jobrunr_jobs where state = 'SCHEDULED'";
    }

    @Override
    public void go() {
        BackgroundJobServer started = new BackgroundJobServer(
                store,
                json,
                new JobActivator() {
                    @Override
                    public <T> T activateJob(Class<T> type) {
                        return type.cast(new Warning(JobRunrClocks.this));
                    }
                },
                BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                        .andPollInterval(POLLING)
                        .andWorkerCount(THREADS)
                        .andScheduledJobsRequestSize(AT_ONCE));
        started.start();
        server = started;
    }

    @Override
    public void rest() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    @Override
    void end() {
        rest();
        scheduler.shutdown();
        store.close();
    }
}
