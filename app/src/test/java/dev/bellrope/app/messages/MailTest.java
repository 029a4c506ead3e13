package dev.bellrope.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.bellrope.core.message.Recipient;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
                .contains("<strong>ana</strong>", "href=\"https://bells.example/escalations/ESC-1042#act-updates\"")
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
                new Addresses.RecipientAddress("Joe", "joe@acme.example", ZoneId.of("Europe/Berlin"), "de-DE"));
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
                new Addresses.RecipientAddress(
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
        MailSender first = post.node(url);
        MailSender second = post.node(url);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (MailSender node : List.of(first, second)) {
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
            return List.of(content.toString());
        }
        List<String> all = new ArrayList<>();
        for (int index = 0; index < parts.getCount(); index++) {
            all.addAll(leaves(parts.getBodyPart(index).getContent()));
        }
        return List.copyOf(all);
    }
}
