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
 * Has what many threads bring one by one done together: whoever gets a turn takes along all that waits by then. What comes alone is done
 * at once; the more comes, the more is done in one go.
 */
final class SignalBatcher<T, R> {
    private final BlockingQueue<QueuedWork<T, R>> waiting = new LinkedBlockingQueue<>();
    private final Semaphore turns;
    private final int most;
    private final Function<List<T>, List<R>> work;

    /**
     * Gathers for some work.
     *
     * @param turns how often the work may be under way at once, shared with whoever else takes turns
     * @param most how many are done together at most
     * @param work is given what was gathered, in its order, and answers each
     */
    SignalBatcher(Semaphore turns, int most, Function<List<T>, List<R>> work) {
        this.turns = turns;
        this.most = most;
        this.work = work;
    }

    private record QueuedWork<T, R>(T it, CompletableFuture<R> answer) {}

    /** Its answer; throws what the work threw, to each that was gathered. */
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

    /** How many wait for a turn. */
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
            // Nobody waits for ever, whatever it was that ended the work.
            gathered.forEach(one -> one.answer()
                    .completeExceptionally(new IllegalStateException("the work has ended without an answer")));
        }
    }
}
