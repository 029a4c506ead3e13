package dev.bellrope.app.traces;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Runs work as part of a trace: everything logged meanwhile carries its id, and if traces are exported, the work
 * becomes a span. If they are not, nothing is recorded, and the trace is passed on unchanged.
 */
@Component
public class Traces {
    /** Micrometer's name for it, so that log lines of the frameworks use the same one. */
    private static final String ID = "traceId";

    private final Tracer tracer;
    private final boolean exported;

    public Traces(Tracer tracer) {
        this.tracer = tracer;
        this.exported = !tracer.equals(Tracer.NOOP);
    }

    /** Returns the trace of the current request if traces are exported, otherwise a new one. */
    public Trace current() {
        TraceContext context = tracer.currentTraceContext().context();
        return exported && context != null ? of(context) : Trace.begin();
    }

    /**
     * Runs work as part of a trace.
     *
     * @param what the name of the span
     * @param from the cause; if empty, the current request, or none
     * @param about further attributes of the span
     * @param work receives the trace for its effects
     */
    public <T> T within(String what, Optional<Trace> from, Map<String, String> about, Function<Trace, T> work) {
        if (!exported) {
            Trace trace = from.orElseGet(Trace::begin);
            return logged(trace, () -> work.apply(trace));
        }
        Span.Builder builder = tracer.spanBuilder().name(what);
        from.ifPresent(parent -> builder.setParent(context(parent)));
        about.forEach(builder::tag);
        Span span = builder.start();
        try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
            Trace trace = of(span.context());
            return logged(trace, () -> work.apply(trace));
        } catch (RuntimeException failed) {
            span.error(failed);
            throw failed;
        } finally {
            span.end();
        }
    }

    /** Work in progress that is part of a trace. */
    public interface TraceScope extends AutoCloseable {
        /** Returns the trace for the effects of the work. */
        Trace trace();

        @Override
        void close();
    }

    /**
     * Begins work as part of a trace, for work that is done together with other work.
     *
     * @param from the cause; if empty, the current request, or none
     */
    public TraceScope begin(String what, Optional<Trace> from, Map<String, String> about) {
        if (!exported) {
            return part(from.orElseGet(Trace::begin), () -> {});
        }
        Span.Builder builder = tracer.spanBuilder().name(what);
        from.ifPresent(parent -> builder.setParent(context(parent)));
        about.forEach(builder::tag);
        Span span = builder.start();
        return part(of(span.context()), span::end);
    }

    private static TraceScope part(Trace trace, Runnable end) {
        return new TraceScope() {
            @Override
            public Trace trace() {
                return trace;
            }

            @Override
            public void close() {
                end.run();
            }
        };
    }

    /** Whether traces are exported. */
    public boolean isExported() {
        return exported;
    }

    /** Records finished work that many traces shared. */
    public void did(String what, Trace from, Map<String, String> about, Instant begun, Instant ended) {
        if (exported) {
            Span.Builder builder = tracer.spanBuilder().name(what).setParent(context(from));
            about.forEach(builder::tag);
            builder.startTimestamp(begun.toEpochMilli(), TimeUnit.MILLISECONDS)
                    .start()
                    .end(ended.toEpochMilli(), TimeUnit.MILLISECONDS);
        }
    }

    /** Runs work whose log lines carry the trace id. */
    public static <T> T logged(Trace trace, Supplier<T> work) {
        String before = MDC.get(ID);
        MDC.put(ID, trace.id());
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    private static void restore(@Nullable String before) {
        if (before == null) {
            MDC.remove(ID);
        } else {
            MDC.put(ID, before);
        }
    }

    private TraceContext context(Trace trace) {
        return tracer.traceContextBuilder()
                .traceId(trace.id())
                .spanId(trace.span())
                .sampled(trace.recorded())
                .build();
    }

    private static Trace of(TraceContext context) {
        return new Trace(context.traceId(), context.spanId(), Boolean.TRUE.equals(context.sampled()));
    }
}
