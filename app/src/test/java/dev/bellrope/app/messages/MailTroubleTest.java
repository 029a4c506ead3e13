package dev.bellrope.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.messages.smtp.Mailbox;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.message.Recipient;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a mail that does not simply go. */
class MailTroubleTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private final Post post = new Post("2026-03-06T15:30:00Z");
    private String url = "";

    @BeforeEach
    void start() {
        server.start();
        url = "smtp://127.0.0.1:" + server.getSmtp().getPort();
    }

    @AfterEach
    void stop() {
        server.stop();
        post.close();
    }

    @Test
    void whatTheServerRefusesForGoodIsADeadLetter() {
        try (Misbehaving misbehaving = new Misbehaving(Misbehaving.Manner.REFUSE_RECIPIENT)) {
            post.enqueue(post.toAna("ESC-1", "customer"));
            post.node(misbehaving.url()).run();
            assertThat(post.states()).singleElement().asString().startsWith("dead: refused: 550 5.1.1 no such user");
        }
    }

    @Test
    void T46_aConnectionLostAfterTheDataIsTriedAgainUnderTheSameMessageId() throws Exception {
        try (Misbehaving misbehaving = new Misbehaving(Misbehaving.Manner.DROP_FIRST_AFTER_DATA)) {
            post.enqueue(post.toAna("ESC-1", "customer"));
            MailSender node = post.node(misbehaving.url());
            node.run();
            assertThat(post.states()).singleElement().asString().startsWith("waiting: attempt 1 failed");
            assertThat(node.run()).isZero();
            post.clock.advance(Duration.ofMinutes(1));
            node.run();
            assertThat(post.justStates()).containsExactly("sent");
            assertThat(misbehaving.messageIds()).hasSize(2);
            assertThat(misbehaving.messageIds().get(0))
                    .isEqualTo(misbehaving.messageIds().get(1));
        }
    }

    @Test
    void T46_whatANodeHadWhenItCrashedIsSentByAnotherOnceTheLeaseEnds() {
        post.enqueue(post.toAna("ESC-1", "customer"));
        assertThat(post.outbox.claim(UUID.randomUUID(), post.clock.instant(), 10))
                .hasSize(1);
        MailSender other = post.node(url);
        assertThat(other.run()).isZero();
        post.clock.advance(Duration.ofMinutes(6));
        assertThat(other.run()).isOne();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whatCannotBeSentUntilItExpiresIsADeadLetterThatSaysSo() {
        post.enqueue(post.toAna("ESC-1", "customer"));
        server.stop();
        MailSender node = post.node(url);
        node.run();
        assertThat(post.states()).singleElement().asString().startsWith("waiting: attempt 1 failed");
        post.clock.advance(Duration.ofDays(4));
        node.run();
        assertThat(post.states()).containsExactly("dead: not sent before it expired, after 1 attempts");
    }

    @Test
    void withoutAMailServerMailsAreHeldAndGoOnceThereIsOne() {
        post.enqueue(post.toAna("ESC-1", "customer"));
        post.node("").run();
        assertThat(post.states()).containsExactly("held: not sent: no mail server configured");
        MailSender node = post.node(url);
        node.run();
        node.run();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void theLocalTransportKeepsMailsToBeLookedAt() {
        post.enqueue(post.toAna("ESC-1", "customer"));
        post.node("local:mailbox").run();
        assertThat(post.states()).containsExactly("sent: kept in the local mailbox");
        assertThat(Mailbox.list(post.client, VisibleAccounts.ALL, 10))
                .singleElement()
                .satisfies(caught -> {
                    assertThat(caught.recipient()).isEqualTo("ana@bells.example");
                    assertThat(caught.headers()).contains("Auto-Submitted: auto-generated");
                });
    }

    @Test
    void T64_anAddressThatBouncedGetsNothingMore() {
        post.messages.bounced("Ana@Bells.example", "550 mailbox is gone");
        Message message = post.toAna("ESC-1", "customer");
        post.enqueue(message);
        post.node(url).run();
        assertThat(post.states()).singleElement().asString().startsWith("dead: ana@bells.example gets no mail since");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void T65_itNeverWritesToItself() {
        post.knows("bell", "Bellrope@BELLS.example", "Europe/Prague");
        post.enqueue(post.message(new Recipient.Colleague("bell"), "ESC-1", "customer"));
        post.node(url).run();
        assertThat(post.states()).containsExactly("dead: Bellrope@BELLS.example is our own address");
    }

    @Test
    void withoutAnAddressItIsADeadLetterAndInTheInboxAllTheSame() {
        post.knows("bob", "", "Europe/Prague");
        post.enqueue(post.message(new Recipient.Colleague("bob"), "ESC-1", "customer"));
        post.node(url).run();
        assertThat(post.states()).containsExactly("dead: person:bob has no e-mail address");
        assertThat(new Inbox(new InboxTable(post.client), post.clock).list("bob", Optional.empty(), 10))
                .hasSize(1);
    }

    @Test
    void aDeadLetterIsSentAgainUnderTheSameMessageIdOnceItsReasonIsGone() throws Exception {
        post.knows("bob", "", "Europe/Prague");
        post.enqueue(post.message(new Recipient.Colleague("bob"), "ESC-1", "customer"));
        MailSender node = post.node(url);
        node.run();
        UUID id = post.client
                .sql("select message_id from outbox where state = 'dead'")
                .query(UUID.class)
                .single();
        post.knows("bob", "bob@bells.example", "Europe/Prague");
        post.clock.advance(Duration.ofDays(30));
        assertThat(new DeadLetterTable(post.client).resend(id, post.clock.instant(), VisibleAccounts.ALL))
                .isTrue();
        assertThat(new DeadLetterTable(post.client).resend(id, post.clock.instant(), VisibleAccounts.ALL))
                .isFalse();
        node.run();
        assertThat(one().getMessageID()).isEqualTo("<" + id + "@bells.example>");
        assertThat(post.justStates()).containsExactly("sent");
    }

    @Test
    void aServerThatAsksForAPasswordGetsIt() {
        server.setUser("help@bells.example", "bell rope", "p+ss/word");
        server.getManagers().getUserManager().setAuthRequired(true);
        post.enqueue(post.toAna("ESC-1", "customer"));
        post.node(url.replace("smtp://", "smtp://bell%20rope:wrong@")).run();
        assertThat(post.states()).singleElement().asString().startsWith("waiting: attempt 1 failed: 535");
        post.clock.advance(Duration.ofMinutes(1));
        post.node(url.replace("smtp://", "smtp://bell%20rope:p+ss%2Fword@")).run();
        assertThat(post.justStates()).containsExactly("sent");
    }

    private MimeMessage one() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }
}
