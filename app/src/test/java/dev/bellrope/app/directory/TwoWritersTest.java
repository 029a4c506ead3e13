package dev.bellrope.app.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.entry.Entry.AccountEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalApplicationListener;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.servlet.DispatcherServlet;

class TwoWritersTest {
    private static RunningApp app;
    private static Entries entries;

    @BeforeAll
    static void start() {
        app = RunningApp.with(SettableClock.at("2026-03-06T15:30:00Z")).share();
        entries = app.get(Entries.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static AccountEntry account(String id, int writer) {
        return new AccountEntry(id, "Acme by " + writer, "", "", Map.of(), Map.of());
    }

    @Test
    void ofManyWritersWhoReadTheSameRevisionExactlyOneWrites() throws Exception {
        entries.put(account("fought-over", -1), OptionalLong.empty(), "first");
        int writers = 8;
        CountDownLatch together = new CountDownLatch(writers);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> all = IntStream.range(0, writers)
                    .<Callable<Boolean>>mapToObj(writer -> () -> {
                        together.countDown();
                        together.await();
                        try {
                            entries.put(account("fought-over", writer), OptionalLong.of(1), "writer " + writer);
                            return true;
                        } catch (WriteConflict.ChangedMeanwhile late) {
                            return false;
                        }
                    })
                    .toList();
            int written = 0;
            for (Future<Boolean> one : threads.invokeAll(all)) {
                written += one.get() ? 1 : 0;
            }
            assertThat(written).isOne();
        }
        assertThat(entries.get(EntryKind.ACCOUNTS, List.of("fought-over"), VisibleAccounts.ALL)
                        .revision())
                .isEqualTo(2);
    }

    @Test
    void othersHearOfAChangeAfterItsCommitAndOfNoneThatWasRolledBackOrChangedNothing() {
        List<DirectoryChanged> heard = new CopyOnWriteArrayList<>();
        TransactionalApplicationListener<PayloadApplicationEvent<DirectoryChanged>> listener =
                TransactionalApplicationListener.forPayload(TransactionPhase.AFTER_COMMIT, heard::add);
        ((ConfigurableApplicationContext)
                        Optional.ofNullable(app.get(DispatcherServlet.class).getWebApplicationContext())
                                .orElseThrow())
                .addApplicationListener((ApplicationListener<?>) listener);
        app.get(TransactionOperations.class).executeWithoutResult(status -> {
            entries.put(account("acme", 1), OptionalLong.empty(), "ana");
            assertThat(heard).isEmpty();
            status.setRollbackOnly();
        });
        assertThat(heard).isEmpty();
        entries.put(account("acme", 1), OptionalLong.empty(), "ana");
        entries.put(account("acme", 1), OptionalLong.empty(), "ana");
        assertThat(heard).singleElement().satisfies(changed -> {
            assertThat(changed.kind()).isEqualTo(EntryKind.ACCOUNTS);
            assertThat(changed.keys()).containsExactly("acme");
            assertThat(changed.at()).isEqualTo(Instant.parse("2026-03-06T15:30:00Z"));
            assertThat(changed.by()).isEqualTo("ana");
        });
    }
}
