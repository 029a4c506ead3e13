package dev.bellrope.app.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Batches work that many threads submit one item at a time: whichever thread gets a turn takes along all items that
 * wait at that moment. A single item is processed at once; under load, batches grow.
 */
final class SignalBatcher<T, R> {
    private final BlockingQueue<QueuedWork<T, R>> waiting = new LinkedBlockingQueue<>();
    private final Semaphore turns;
    private final int most;
    private final Function<List<T>, List<R>> work;

    /**
     * Batches items for a function.
     *
     * @param turns limits how many batches run at once; may be shared with others that take turns
     * @param most the maximum size of a batch
     * @param work processes a batch in its order and returns an answer for each item
     */
    SignalBatcher(Semaphore turns, int most, Function<List<T>, List<R>> work) {
        this.turns = turns;
        this.most = most;
        this.work = work;
    }

    private record QueuedWork<T, R>(T it, CompletableFuture<R> answer) {}

    /** Submits an item and waits for its answer. If the batch fails, each of its callers gets the exception. */
    R take(T it) {
        QueuedWork<T, R> mine = new QueuedWork<>(it, new CompletableFuture<>());
        waiting.add(mine);
        do {
            takeTurn();
        } while (waiting.contains(mine));
        try {
            return mine.answer().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** Returns the number of items that wait for a turn. */
    int waiting() {
        return waiting.size();
    }

    private void takeTurn() {
        turns.acquireUninterruptibly();
        try {
            List<QueuedWork<T, R>> gathered = new ArrayList<>();
            waiting.drainTo(gathered, most);
            if (!gathered.isEmpty()) {
                doTogether(gathered);
            }
        } finally {
            turns.release();
        }
    }

    private void doTogether(List<QueuedWork<T, R>> gathered) {
        try {
            List<R> answers = work.apply(gathered.stream().map(QueuedWork::it).toList());
            for (int i = 0; i < answers.size(); i++) {
                gathered.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException failed) {
            gathered.forEach(one -> one.answer().completeExceptionally(failed));
        } finally {
            // Nobody may wait for ever, whatever ended the work.
            gathered.forEach(one -> one.answer()
                    .completeExceptionally(new IllegalStateException("the work has ended without an answer")));
        }
    }
}
