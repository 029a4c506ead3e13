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
 * Does work as a part of a trace: what is logged meanwhile carries its id, and where traces are exported, the work becomes a span. Where
 * they are not, nothing is recorded, and the trace goes on as it came.
 */
@Component
public class Traces {
    /** Micrometer's name of it, so that lines of the frameworks carry it under the same one. */
    private static final String ID = "traceId";

    private final Tracer tracer;
    private final boolean exported;

    public Traces(Tracer tracer) {
        this.tracer = tracer;
        this.exported = !tracer.equals(Tracer.NOOP);
    }

    /** That of the request at hand, where traces are exported; else a new one. */
    public Trace current() {
        TraceContext context = tracer.currentTraceContext().context();
        return exported && context != null ? of(context) : Trace.begin();
    }

    /**
     * Does work as a part of a trace.
     *
     * @param what the span is called
     * @param from what it comes from; empty: from the request at hand, or from nothing
     * @param about what else the span says
     * @param work is given the trace for what comes from it in turn
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

    /** Work that has begun as a part of a trace. */
    public interface TraceScope extends AutoCloseable {
        /** For what comes from it in turn. */
        Trace trace();

        @Override
        void close();
    }

    /**
     * Begins work as a part of a trace, one of several that are done together.
     *
     * @param from what it comes from; empty: from the request at hand, or from nothing
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

    /** Whether anybody is told of what was done. */
    public boolean isExported() {
        return exported;
    }

    /** Notes work that many traces shared and that is done. */
    public void did(String what, Trace from, Map<String, String> about, Instant begun, Instant ended) {
        if (exported) {
            Span.Builder builder = tracer.spanBuilder().name(what).setParent(context(from));
            about.forEach(builder::tag);
            builder.startTimestamp(begun.toEpochMilli(), TimeUnit.MILLISECONDS)
                    .start()
                    .end(ended.toEpochMilli(), TimeUnit.MILLISECONDS);
        }
    }

    /** Whatever is logged meanwhile carries the id. */
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
