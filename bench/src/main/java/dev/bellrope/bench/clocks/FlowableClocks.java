package dev.bellrope.bench.clocks;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.common.engine.impl.persistence.StrongUuidGenerator;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.job.service.impl.asyncexecutor.AsyncJobExecutorConfiguration;

/**
 * Flowable: a process a subject, which waits for a timer, has the effect within the engine's own transaction, and waits for the next
 * timer. Without history and kept variables; acquisition and pool as its guide to the async executor has them for many timers.
 */
final class FlowableClocks extends Peer {
    private static final Duration POLLING = Duration.ofMillis(100);
    private static final int AT_ONCE = 512;

    private static final String PROCESS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                         targetNamespace="bench">
              <process id="subject">
                <startEvent id="start"/>
                <sequenceFlow sourceRef="start" targetRef="due"/>
                <intermediateCatchEvent id="due">
                  <timerEventDefinition><timeDate>${due}</timeDate></timerEventDefinition>
                </intermediateCatchEvent>
                <sequenceFlow sourceRef="due" targetRef="warn"/>
                <serviceTask id="warn" flowable:delegateExpression="${warning}"/>
                <sequenceFlow sourceRef="warn" targetRef="next"/>
                <intermediateCatchEvent id="next">
                  <timerEventDefinition><timeDate>${next}</timeDate></timerEventDefinition>
                </intermediateCatchEvent>
                <sequenceFlow sourceRef="next" targetRef="end"/>
                <endEvent id="end"/>
              </process>
            </definitions>
            """;

    private final ProcessEngine engine;

    FlowableClocks(Arena.Database database, Payload payload) {
        super(database, payload);
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(pool());
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryLevel(HistoryLevel.NONE);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        // Ids from the database take a second connection in the middle of a transaction: with the pool in use, all wait
        // for each other.
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setAsyncExecutorActivate(false);
        configuration.setAsyncExecutorCorePoolSize(THREADS);
        configuration.setAsyncExecutorMaxPoolSize(THREADS);
        configuration.setAsyncExecutorThreadPoolQueueSize(4 * AT_ONCE);
        configuration.setAsyncExecutorConfiguration(acquisition());
        JavaDelegate warning = execution -> {
            Instant next = Instant.now().plus(NEXT);
            try {
                effect().apply(
                                CommandContextUtil.getDbSqlSession()
                                        .getSqlSession()
                                        .getConnection(),
                                execution.getProcessInstanceBusinessKey(),
                                next);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            execution.setTransientVariable("next", Date.from(next));
        };
        configuration.setBeans(Map.of("warning", warning));
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("subject.bpmn20.xml", PROCESS)
                .deploy();
    }

    private static AsyncJobExecutorConfiguration acquisition() {
        AsyncJobExecutorConfiguration acquisition = new AsyncJobExecutorConfiguration();
        acquisition.setMaxTimerJobsPerAcquisition(AT_ONCE);
        acquisition.setMaxAsyncJobsDuePerAcquisition(AT_ONCE);
        acquisition.setDefaultTimerJobAcquireWaitTime(POLLING);
        acquisition.setDefaultAsyncJobAcquireWaitTime(POLLING);
        // Stopped in the middle of its work, it would else fail over the jobs that are being done.
        acquisition.setUnlockOwnedJobs(false);
        return acquisition;
    }

    @Override
    public String name() {
        return "Flowable";
    }

    @Override
    public String settings() {
        return "8.0.0, BPMN timers, " + THREADS + " threads, " + AT_ONCE + " jobs an acquisition, polling every "
                + POLLING.toMillis() + " ms, no history, UUIDs, pool of " + POOL;
    }

    @Override
    void schedule(List<Timer> timers) {
        RuntimeService runtime = engine.getRuntimeService();
        for (int from = 0; from < timers.size(); from += AT_ONCE) {
            List<Timer> some = timers.subList(from, Math.min(timers.size(), from + AT_ONCE));
            engine.getManagementService().executeCommand(context -> {
                some.forEach(timer -> runtime.createProcessInstanceBuilder()
                        .processDefinitionKey("subject")
                        .businessKey(timer.key())
                        .transientVariable("due", Date.from(timer.due()))
                        .start());
                return some.size();
            });
        }
    }

    @Override
    String armedCount() {
        return "select count(*) from act_ru_timer_job where retries_ > 0 and element_id_ = 'next'";
    }

    @Override
    public void go() {
        engine.getProcessEngineConfiguration().getAsyncExecutor().start();
    }

    @Override
    public void rest() {
        engine.getProcessEngineConfiguration().getAsyncExecutor().shutdown();
    }

    @Override
    void end() {
        engine.close();
    }
}
