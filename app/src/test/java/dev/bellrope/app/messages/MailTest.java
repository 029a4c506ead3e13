package dev.bellrope.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.message.Recipient;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the outbox to a real mail server. */
class MailTest {
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
    void aMessageBecomesAMailInTwoFormsThatBelongsToItsThread() throws Exception {
        post.template(
                "customer", "{{key}}: the customer wrote", "Hello **{{name}}**,\n\n{{text}}\n\n[Open it]({{link}})");
        post.enqueue(post.toAna("ESC-1042", "customer", "text", "It is <b>down</b> & [out](http://evil.example)"));
        assertThat(post.node(url).run()).isOne();

        MimeMessage mail = one();
        String id = post.client
                .sql("select message_id::text from outbox")
                .query(String.class)
                .single();
        assertThat(mail.getSubject()).isEqualTo("ESC-1042: the customer wrote");
        assertThat(mail.getMessageID()).isEqualTo("<" + id + "@bells.example>");
        assertThat(header(mail, "In-Reply-To")).isEqualTo("<ESC-1042@bells.example>");
        assertThat(header(mail, "References")).isEqualTo("<ESC-1042@bells.example>");
        assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(mail, "X-Auto-Response-Suppress")).isEqualTo("All");
        assertThat(header(mail, "List-Id")).contains("<escalations.bells.example>");
        assertThat(header(mail, "From")).contains("bellrope@bells.example");
        List<String> parts = parts(mail);
        assertThat(parts.get(0))
                .contains("Hello ana,", "It is <b>down</b> & [out](http://evil.example)")
                .contains("https://bells.example/escalations/ESC-1042");
        assertThat(parts.get(1))
                .contains("<strong>ana</strong>", "href=\"https://bells.example/escalations/ESC-1042\"")
                .doesNotContain("<b>", "href=\"http://evil");
        assertThat(post.states()).containsExactly("sent: accepted by 127.0.0.1");
    }

    @Test
    void T15_timesAreToldByTheRecipientsClockWithTheZoneNamed() throws Exception {
        post.enqueue(post.toAna("ESC-1", "warned", "due", "2026-03-06T15:30:00Z"));
        post.node(url).run();
        assertThat(parts(one()).get(0)).contains("Fri 6 Mar 2026 16:30 (Europe/Prague)");
    }

    @Test
    void withoutATemplateItIsSaidInPlainSentences() throws Exception {
        post.enqueue(post.toAna("ESC-1", "customer", "text", "Nothing works", "severity", "S2"));
        post.node(url).run();
        assertThat(one().getSubject()).isEqualTo("[ESC-1] Line 4 stands still: the customer wrote");
        assertThat(parts(one()).get(0))
                .contains("the customer wrote", "Nothing works", "severity: S2")
                .contains("https://bells.example/escalations/ESC-1");
    }

    @Test
    void aBrokenTemplateDoesNotKeepItFromBeingTold() throws Exception {
        post.template("customer", "{{#never}}closed", "x");
        post.enqueue(post.toAna("ESC-1", "customer"));
        post.node(url).run();
        assertThat(one().getSubject()).contains("the customer wrote");
    }

    @Test
    void aCustomerIsToldInTheirLanguageAndNothingOfOurs() throws Exception {
        post.book.put(
                "contact:acme/joe",
                new Addresses.Address("Joe", "joe@acme.example", ZoneId.of("Europe/Berlin"), "de-DE"));
        post.template("update.de", "Neues zu {{key}}", "Weiter am {{due}}");
        Recipient joe = new Recipient.Customer("acme", "joe");
        post.enqueue(
                post.message(joe, "ESC-1", "update", "due", "2026-03-10T15:30:00Z"),
                post.message(joe, "ESC-1", "resolved", "text", "It runs", "tier", "T1"));
        post.node(url).run();
        List<MimeMessage> mails = List.of(server.getReceivedMessages());
        assertThat(mails).hasSize(2);
        assertThat(mails.get(0).getSubject()).isEqualTo("Neues zu ESC-1");
        assertThat(parts(mails.get(0)).get(0)).contains("Weiter am Di", "10 März 2026 16:30 (Europe/Berlin)");
        assertThat(parts(mails.get(1)).get(0)).contains("It runs").doesNotContain("T1", "/escalations/");
    }

    @Test
    void aLineBreakInASubjectOrANameBeginsNoHeader() throws Exception {
        post.template("customer", "{{title}}", "x");
        post.book.put(
                "person:ana",
                new Addresses.Address(
                        "Ana\r\nBcc: all@bells.example", "ana@bells.example", ZoneId.of("Europe/Prague"), "en"));
        post.enqueue(post.toAna("ESC-1", "customer", "title", "Down\r\nBcc: all@bells.example\r\n\r\nhello"));
        post.node(url).run();
        assertThat(one().getHeader("Bcc")).isNull();
        assertThat(one().getAllRecipients()).hasSize(1);
        assertThat(one().getSubject()).isEqualTo("Down Bcc: all@bells.example hello");
    }

    @Test
    void twoNodesOnOneDatabaseSendEachMailOnce() throws Exception {
        int many = 60;
        for (int index = 0; index < many; index++) {
            post.knows("p" + index, "p" + index + "@bells.example", "Europe/Prague");
            post.enqueue(post.message(new Recipient.Colleague("p" + index), "ESC-1", "customer"));
        }
        MailRound first = post.node(url);
        MailRound second = post.node(url);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (MailRound node : List.of(first, second)) {
                threads.execute(() -> {
                    while (node.run() > 0) {
                        // until nothing is due
                    }
                });
            }
        }
        assertThat(Arrays.stream(server.getReceivedMessages()).map(MailTest::idOf))
                .hasSize(many)
                .doesNotHaveDuplicates();
        assertThat(post.justStates()).containsOnly("sent").hasSize(many);
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
            MailRound node = post.node(misbehaving.url());
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
        MailRound other = post.node(url);
        assertThat(other.run()).isZero();
        post.clock.advance(Duration.ofMinutes(6));
        assertThat(other.run()).isOne();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whatCannotBeSentUntilItExpiresIsADeadLetterThatSaysSo() {
        post.enqueue(post.toAna("ESC-1", "customer"));
        server.stop();
        MailRound node = post.node(url);
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
        MailRound node = post.node(url);
        node.run();
        node.run();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void theLocalTransportKeepsMailsToBeLookedAt() {
        post.enqueue(post.toAna("ESC-1", "customer"));
        post.node("local:mailbox").run();
        assertThat(post.states()).containsExactly("sent: kept in the local mailbox");
        assertThat(dev.bellrope.app.messages.smtp.Mailbox.list(post.client, 10))
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
        assertThat(new Inbox(new InboxTable(post.client), post.clock).list("bob", java.util.Optional.empty(), 10))
                .hasSize(1);
    }

    @Test
    void aDeadLetterIsSentAgainUnderTheSameMessageIdOnceItsReasonIsGone() throws Exception {
        post.knows("bob", "", "Europe/Prague");
        post.enqueue(post.message(new Recipient.Colleague("bob"), "ESC-1", "customer"));
        MailRound node = post.node(url);
        node.run();
        UUID id = post.client
                .sql("select message_id from outbox where state = 'dead'")
                .query(UUID.class)
                .single();
        post.knows("bob", "bob@bells.example", "Europe/Prague");
        post.clock.advance(Duration.ofDays(30));
        assertThat(new DeadLetterTable(post.client).resend(id, post.clock.instant())).isTrue();
        assertThat(new DeadLetterTable(post.client).resend(id, post.clock.instant())).isFalse();
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

    private static String header(MimeMessage mail, String name) throws Exception {
        return String.join("", mail.getHeader(name));
    }

    private static String idOf(MimeMessage mail) {
        return GreenMailUtil.getHeaders(mail)
                .lines()
                .filter(line -> line.startsWith("Message-ID"))
                .findFirst()
                .orElse("");
    }

    /** The leaves of the tree of parts. */
    private static List<String> parts(MimeMessage mail) throws Exception {
        return leaves(mail.getContent());
    }

    private static List<String> leaves(Object content) throws Exception {
        if (!(content instanceof Multipart parts)) {
            return Collections.singletonList(content.toString());
        }
        List<String> all = new java.util.ArrayList<>();
        for (int index = 0; index < parts.getCount(); index++) {
            all.addAll(leaves(parts.getBodyPart(index).getContent()));
        }
        return all;
    }
}
