package dev.bellrope.bench.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does one thing after the other on so many connections at once. */
final class Connections {
    static final int MANY = 64;

    private Connections() {}

    /** One thing that is sent or written. */
    interface Work<T> {
        void on(T one) throws Exception;
    }

    /** Does it with each of them; the seconds from the first to the last. */
    static <T> double seconds(List<T> all, Work<T> work) {
        ConcurrentLinkedQueue<T> queue = new ConcurrentLinkedQueue<>(all);
        long start = System.nanoTime();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                working.add(executor.submit(() -> {
                    for (T one = queue.poll(); one != null; one = queue.poll()) {
                        work.on(one);
                    }
                    return null;
                }));
            }
            for (Future<?> one : working) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
