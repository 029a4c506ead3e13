package dev.bellrope.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellrope.app.story.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignalBatcherTest {
    private final List<List<Integer>> done = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Test
    void whatComesAloneIsDoneAtOnce() {
        SignalBatcher<Integer, String> gathering = new SignalBatcher<>(new Semaphore(1), 100, this::answer);
        assertThat(gathering.take(1)).isEqualTo("1");
        assertThat(gathering.take(2)).isEqualTo("2");
        assertThat(done).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void whatComesWhileAnotherIsInHandIsDoneTogetherAndEachGetsItsOwnAnswer() throws Exception {
        SignalBatcher<Integer, String> gathering =
                new SignalBatcher<>(new Semaphore(1), 100, this::answerSlowlyAtFirst);
        assertThat(all(gathering, 50)).containsExactlyElementsOf(words(50));
        assertThat(done).hasSize(2);
        assertThat(done.getFirst()).containsExactly(0);
        assertThat(done.getLast()).hasSize(49);
    }

    @Test
    void noMoreAreDoneTogetherThanIsSaid() throws Exception {
        SignalBatcher<Integer, String> gathering = new SignalBatcher<>(new Semaphore(1), 20, this::answerSlowlyAtFirst);
        assertThat(all(gathering, 50)).containsExactlyElementsOf(words(50));
        assertThat(done).allSatisfy(together -> assertThat(together).hasSizeLessThanOrEqualTo(20));
        assertThat(done.stream().flatMap(List::stream)).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void whatFailsFailsForEachThatWasDoneTogether() {
        SignalBatcher<Integer, String> gathering = new SignalBatcher<>(new Semaphore(1), 100, some -> {
            answerSlowlyAtFirst(some);
            throw new IllegalStateException("no database");
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = start(threads, gathering, 5);
            for (Future<String> answer : answers) {
                assertThatThrownBy(answer::get).hasRootCauseMessage("no database");
            }
        }
        assertThatThrownBy(() -> gathering.take(9)).hasMessage("no database");
    }

    private List<String> all(SignalBatcher<Integer, String> gathering, int count) throws Exception {
        List<String> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> answer : start(threads, gathering, count)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    /** The first is in hand until all others wait. */
    private List<Future<String>> start(ExecutorService threads, SignalBatcher<Integer, String> gathering, int count) {
        List<Future<String>> answers = new ArrayList<>();
        answers.add(threads.submit(() -> gathering.take(0)));
        try {
            begun.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        IntStream.range(1, count).forEach(number -> answers.add(threads.submit(() -> gathering.take(number))));
        Until.isTrue("all wait", Duration.ofSeconds(20), () -> gathering.waiting() == count - 1);
        goOn.countDown();
        return answers;
    }

    private List<String> answerSlowlyAtFirst(List<Integer> some) {
        begun.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return answer(some);
    }

    private List<String> answer(List<Integer> some) {
        done.add(List.copyOf(some));
        return some.stream().map(String::valueOf).toList();
    }

    private static List<String> words(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }
}
