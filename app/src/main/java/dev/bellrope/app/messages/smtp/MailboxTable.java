package dev.bellrope.app.messages.smtp;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.messages.polling.SqlTime;
import dev.bellrope.app.messages.polling.TopicCondition;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code mailbox}. */
class MailboxTable {
    private final JdbcClient client;

    MailboxTable(JdbcClient client) {
        this.client = client;
    }

    /** Inserts a mail; one that is already there stays as it is. */
    void insert(Mailbox.CaughtMail mail, String sender) {
        client.sql("""
                insert into mailbox (message_id, sender, recipient, subject, headers, text_body, html_body, caught_at)
                values (:id, :sender, :recipient, :subject, :headers, :text, :html, :caught)
                on conflict (message_id) do nothing
                """)
                .param("id", mail.id())
                .param("sender", sender)
                .param("recipient", mail.recipient())
                .param("subject", mail.subject())
                .param("headers", mail.headers())
                .param("text", mail.text())
                .param("html", mail.html())
                .param("caught", SqlTime.of(mail.caughtAt()))
                .update();
    }

    /** Lists mails, the newest first. */
    List<Mailbox.CaughtMail> list(VisibleAccounts visible, int limit) {
        return visible.in(client.sql("""
                select message_id, recipient, subject, headers, text_body, html_body, caught_at
                from mailbox where true%s order by caught_at desc, message_id desc limit :limit
                """.formatted(TopicCondition.ofMessage(visible, "mailbox.message_id"))))
                .param("limit", limit)
                .query((row, number) -> new Mailbox.CaughtMail(
                        row.getObject("message_id", UUID.class),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("headers"),
                        row.getString("text_body"),
                        row.getString("html_body"),
                        SqlTime.get(row, "caught_at")))
                .list();
    }
}
