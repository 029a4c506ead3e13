package dev.bellrope.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.messages.smtp.Mailbox;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.message.Recipient;
import dev.bellrope.core.playbook.Severity;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What keeps the messages bearable; none of it loses any. */
class GuardrailsTest {
    private final Post post = new Post("2026-03-06T15:30:00Z");
    private final MailSender node = post.node("local:mailbox");

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void T75_quietHoursAreCountedByTheRecipientsClock() {
        post.rails(Post.rails(0, 0, 0, "22:00", "07:00")).knows("kim", "kim@bells.example", "Asia/Tokyo");
        post.clock.set("2026-03-06T20:00:00Z"); // 21:00 in Prague, 05:00 in Tokyo
        post.enqueue(
                post.toAna("ESC-1", "customer"), post.message(new Recipient.Colleague("kim"), "ESC-1", "customer"));
        work();
        assertThat(post.states())
                .containsExactly("sent: kept in the local mailbox", "waiting: quiet hours 22:00-07:00 Asia/Tokyo");
        post.clock.set("2026-03-06T22:00:00Z"); // 07:00 in Tokyo
        work();
        assertThat(post.justStates()).containsExactly("sent", "sent");
    }

    @Test
    void T75_theWorstMayBreakTheQuiet() {
        post.rails(Post.rails(0, 0, 0, "22:00", "07:00"));
        post.clock.set("2026-03-06T23:00:00Z");
        post.enqueue(post.with(post.toAna("ESC-1", "customer"), Severity.S1));
        work();
        assertThat(post.justStates()).containsExactly("sent");
    }

    @Test
    void T66_anEscalationThatLoopsSendsNoMoreThanItsCap() {
        post.rails(Post.rails(4, 0, 0, "00:00", "00:00"));
        for (int index = 0; index < 30; index++) {
            post.enqueue(post.toAna("ESC-1", "customer", "text", "turn " + index));
            work();
            post.clock.advance(Duration.ofMinutes(1));
        }
        assertThat(Collections.frequency(post.justStates(), "sent")).isLessThanOrEqualTo(4 + 2);
        assertThat(Collections.frequency(templates(), "digest")).isLessThanOrEqualTo(3);
        post.clock.advance(Duration.ofHours(1));
        work();
        assertThat(String.join("\n", texts())).contains("ESC-1");
        assertThat(told()).isEqualTo(30);
    }

    @Test
    void T71_aThousandAtOnceBecomeOneDigest() {
        post.rails(Post.rails(0, 10, 20, "00:00", "00:00"));
        Message[] flood = new Message[1000];
        for (int index = 0; index < flood.length; index++) {
            flood[index] = post.toAna("ESC-" + index, "customer", "text", "turn " + index);
        }
        post.enqueue(flood);
        work();
        assertThat(Mailbox.list(post.client, VisibleAccounts.ALL, 10)).isEmpty();
        post.clock.advance(Duration.ofMinutes(3));
        work();
        assertThat(Mailbox.list(post.client, VisibleAccounts.ALL, 10))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject()).isEqualTo("1000 messages, the worst of S2");
                    assertThat(mail.text()).contains("/escalations/ESC-0\n", "/escalations/ESC-999");
                    assertThat(mail.text().lines().filter(line -> line.contains("/escalations/")))
                            .hasSize(1000);
                });
    }

    @Test
    void T71_whatWaitedForTheMorningBecomesADigestAndNotAStorm() {
        post.rails(Post.rails(0, 0, 5, "22:00", "07:00"));
        post.book.put(
                "contact:acme/joe",
                new Addresses.RecipientAddress("Joe", "joe@acme.example", ZoneId.of("Europe/Prague"), "en"));
        post.clock.set("2026-03-06T22:00:00Z");
        Recipient joe = new Recipient.Customer("acme", "joe");
        for (int index = 0; index < 8; index++) {
            post.enqueue(post.message(joe, "ESC-1", "update", "text", "Step " + index + " is done"));
        }
        work();
        assertThat(post.justStates()).containsOnly("waiting");
        post.clock.set("2026-03-07T06:00:00Z");
        work();
        post.clock.advance(Duration.ofMinutes(2));
        work();
        assertThat(Mailbox.list(post.client, VisibleAccounts.ALL, 10))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.recipient()).isEqualTo("joe@acme.example");
                    assertThat(mail.text())
                            .contains("Step 0 is done", "Step 7 is done")
                            .doesNotContain("/escalations/");
                });
    }

    @Test
    void T75_aDigestIsQuietToo() {
        post.rails(Post.rails(0, 1, 0, "22:00", "07:00"));
        post.clock.set("2026-03-06T20:59:00Z"); // 21:59 in Prague
        post.enqueue(post.toAna("ESC-1", "customer"), post.toAna("ESC-2", "customer"));
        work();
        post.clock.advance(Duration.ofMinutes(5));
        work();
        assertThat(post.justStates()).containsExactly("sent", "digested", "gathering");
        post.clock.set("2026-03-07T06:00:00Z");
        work();
        assertThat(post.justStates()).containsExactly("sent", "digested", "sent");
    }

    @Test
    void T27_aCancelledLineLeavesTheDigest() {
        post.rails(Post.rails(0, 1, 0, "00:00", "00:00"));
        post.enqueue(post.toAna("ESC-1", "customer"), post.toAna("ESC-2", "warned", "target", "update"));
        work();
        assertThat(post.messages.cancel("ESC-2")).isOne();
        post.clock.advance(Duration.ofMinutes(5));
        work();
        assertThat(post.states())
                .containsExactly(
                        "sent: kept in the local mailbox",
                        "cancelled: the escalation is over",
                        "cancelled: all of its lines were cancelled");
    }

    @Test
    void twoNodesTogetherKeepTheCapOfAPerson() throws Exception {
        post.rails(Post.rails(0, 10, 0, "00:00", "00:00"));
        for (int index = 0; index < 200; index++) {
            post.enqueue(post.toAna("ESC-" + index, "customer"));
        }
        MailSender other = post.node("local:mailbox");
        Thread beside = Thread.ofVirtual().start(() -> {
            while (other.run() > 0) {
                // until nothing is due
            }
        });
        work();
        beside.join();
        assertThat(Collections.frequency(post.justStates(), "sent")).isEqualTo(10);
        assertThat(Collections.frequency(post.justStates(), "digested")).isEqualTo(190);
    }

    @Test
    void T70_aReminderOfTheSameThatWaitsAlreadyIsDropped() {
        post.enqueue(
                post.toAna("ESC-1", "warned", "target", "update", "percent", "75%"),
                post.toAna("ESC-1", "warned", "target", "update", "percent", "90%"),
                post.toAna("ESC-1", "warned", "target", "resolve", "percent", "75%"),
                post.toAna("ESC-1", "customer", "text", "one"),
                post.toAna("ESC-1", "customer", "text", "two"),
                post.toAna("ESC-1", "customer", "text", "two"));
        assertThat(post.justStates()).containsExactly("waiting", "dropped", "waiting", "waiting", "waiting", "dropped");
        assertThat(post.states().get(1)).startsWith("dropped: the same waits already as ");
        work();
        post.enqueue(post.toAna("ESC-1", "warned", "target", "update", "percent", "95%"));
        assertThat(post.justStates().getLast()).isEqualTo("waiting");
    }

    @Test
    void theSameHappeningIsTakenOnce() {
        Message message = post.toAna("ESC-1", "customer");
        post.enqueue(message);
        post.enqueue(message);
        assertThat(post.states()).hasSize(1);
        assertThat(post.client
                        .sql("select count(*) from inbox")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void T27_remindersAreCancelledWhenTheEscalationIsOver() {
        post.enqueue(
                post.toAna("ESC-1", "warned", "target", "update"),
                post.toAna("ESC-1", "missed", "target", "plan"),
                post.toAna("ESC-1", "over", "text", "It runs"),
                post.toAna("ESC-2", "warned", "target", "update"));
        assertThat(post.messages.cancel("ESC-1")).isEqualTo(2);
        work();
        assertThat(post.justStates()).containsExactly("cancelled", "cancelled", "sent", "sent");
    }

    private void work() {
        while (node.run() > 0) {
            // until nothing is due
        }
    }

    private List<String> templates() {
        return post.client
                .sql("select template from outbox where state = 'sent'")
                .query((row, index) -> row.getString(1))
                .list();
    }

    private List<String> texts() {
        return Mailbox.list(post.client, VisibleAccounts.ALL, 100).stream()
                .map(Mailbox.CaughtMail::text)
                .toList();
    }

    /** How many messages reached their reader, alone or in a digest. */
    private int told() {
        return post.client.sql("""
                select count(*) from outbox left join outbox digest on digest.message_id = outbox.digest_id
                where outbox.template <> 'digest' and (outbox.state = 'sent' or digest.state = 'sent')
                """).query(Integer.class).single();
    }
}
