package dev.bellrope.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.bellrope.core.message.Recipient;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An escalation ends while its reminders are on their way: cancelled is what nobody can have got. */
class MailsInHandTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private final Post post = new Post("2026-03-06T15:30:00Z");
    private String url = "";

    @BeforeEach
    void start() {
        server.start();
        url = "smtp://127.0.0.1:" + server.getSmtp().getPort();
        post.enqueue(post.toAna("ESC-1", "warned", "target", "update"));
    }

    @AfterEach
    void stop() {
        server.stop();
        post.close();
    }

    @Test
    void T27_whatANodeHadHandedOverWhenItWasKilledIsFinishedAndNotCalledCancelled() {
        assertThat(post.outbox.begin(claim(), post.clock.instant())).isTrue();
        post.clock.advance(Duration.ofMinutes(1));
        assertThat(post.messages.cancel("ESC-1")).isZero();
        post.node(url).run();
        assertThat(post.states()).containsExactly("sent: accepted by 127.0.0.1");
    }

    @Test
    void T27_itIsNotForgottenWhenTheNextAttemptIsRefused() {
        assertThat(post.outbox.begin(claim(), post.clock.instant())).isTrue();
        post.clock.advance(Duration.ofMinutes(1));
        server.stop();
        post.node(url).run();
        assertThat(post.states()).singleElement().asString().startsWith("waiting: attempt 1 failed");
        assertThat(post.messages.cancel("ESC-1")).isZero();
    }

    @Test
    void T27_whatANodeHadNotYetHandedOverWhenItWasKilledIsCancelledAndStaysSo() {
        OutboxRow row = claim();
        post.clock.advance(Duration.ofMinutes(1));
        assertThat(post.messages.cancel("ESC-1")).isOne();
        // By its own clock, which may be slow, the row is still in its hands.
        assertThat(post.outbox.begin(row, post.clock.instant().minus(Duration.ofMinutes(1))))
                .isFalse();
        post.node(url).run();
        assertThat(post.justStates()).containsExactly("cancelled");
    }

    @Test
    void T27_T46_aReminderWhoseConnectionWasLostAfterTheDataIsFinishedUnderItsMessageId() {
        try (Misbehaving misbehaving = new Misbehaving(Misbehaving.Manner.DROP_FIRST_AFTER_DATA)) {
            MailSender node = post.node(misbehaving.url());
            node.run();
            assertThat(post.messages.cancel("ESC-1")).isZero();
            post.clock.advance(Duration.ofMinutes(1));
            node.run();
            assertThat(post.justStates()).containsExactly("sent");
            assertThat(misbehaving.messageIds()).hasSize(2);
            assertThat(misbehaving.messageIds().stream().distinct()).hasSize(1);
        }
    }

    @Test
    void T27_aReminderThatTheServerRefusedForNowIsCancelled() {
        try (Misbehaving misbehaving = new Misbehaving(Misbehaving.Manner.REFUSE_FOR_NOW)) {
            post.node(misbehaving.url()).run();
            assertThat(post.states()).singleElement().asString().startsWith("waiting: attempt 1 failed: 451");
            assertThat(post.messages.cancel("ESC-1")).isOne();
        }
    }

    @Test
    void T27_aReminderForAServerThatWasNotThereIsCancelled() {
        server.stop();
        post.node(url).run();
        assertThat(post.states()).singleElement().asString().startsWith("waiting: attempt 1 failed");
        assertThat(post.messages.cancel("ESC-1")).isOne();
    }

    @Test
    void whatSomebodyElseHoldsKeepsNoOtherMailWaiting() throws Exception {
        post.knows("ben", "ben@bells.example", "Europe/Prague");
        post.enqueue(post.message(new Recipient.Colleague("ben"), "ESC-2", "customer"));
        try (Connection other = post.database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from outbox where escalation_key = 'ESC-1' for update");
            CompletableFuture.supplyAsync(post.node(url)::run).get(20, TimeUnit.SECONDS);
        }
        assertThat(post.justStates()).containsExactly("waiting", "sent");
    }

    private OutboxRow claim() {
        List<OutboxRow> rows = post.outbox.claim(UUID.randomUUID(), post.clock.instant(), 10);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }
}
