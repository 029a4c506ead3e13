package dev.bellrope.bench.decisions;

import dev.bellrope.core.escalation.Alarm;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decide, evolve, arm and react, again and again on the same state: one thread, no database. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class Decisions {
    @Param({"10", "100", "1000"})
    int history = 10;

    private Life life = new Life(10);
    private Alarm next = life.next();

    @Setup(Level.Trial)
    public void live() {
        life = new Life(history);
        next = life.next();
    }

    @Benchmark
    public Object note() {
        return life.take(Life.note());
    }

    @Benchmark
    public Object update() {
        return life.take(Life.update());
    }

    @Benchmark
    public Object strike() {
        return life.strike(next);
    }
}
