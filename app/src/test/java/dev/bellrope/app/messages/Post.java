package dev.bellrope.app.messages;

import dev.bellrope.app.SettableClock;
import dev.bellrope.app.database.TestDatabase;
import dev.bellrope.app.messages.polling.Poller;
import dev.bellrope.app.messages.smtp.Envelope;
import dev.bellrope.app.messages.smtp.MailTransports;
import dev.bellrope.app.messages.webhook.PublicAddress;
import dev.bellrope.app.messages.webhook.Webhooks;
import dev.bellrope.app.traces.Traces;
import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.account.ValueRubric;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.message.Recipient;
import dev.bellrope.core.playbook.Communication;
import dev.bellrope.core.playbook.Exit;
import dev.bellrope.core.playbook.Guardrails;
import dev.bellrope.core.playbook.Ladder;
import dev.bellrope.core.playbook.MessageTemplate;
import dev.bellrope.core.playbook.Permissions;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.playbook.SeverityMatrix;
import io.micrometer.tracing.Tracer;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The post office of a test: a database, a clock, an address book, and as many sending nodes as are asked for. */
final class Post implements AutoCloseable {
    static final Guardrails NONE = rails(0, 0, 0, "00:00", "00:00");

    final SettableClock clock;
    final TestDatabase database = TestDatabase.create();
    final JdbcClient client = database.client();
    final Map<String, Addresses.RecipientAddress> book = new HashMap<>();
    final Messages messages;
    final OutboxTable outbox = new OutboxTable(client);
    private final TransactionTemplate transaction;
    private final JdbcClient transactional;
    private final MessageTexts texts = new MessageTexts(URI.create("https://bells.example"));
    private final Map<String, MessageTemplate> templates = new HashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private Guardrails rails = NONE;

    Post(String now) {
        clock = SettableClock.at(now);
        DataSourceTransactionManager manager = new DataSourceTransactionManager(database.dataSource());
        transaction = new TransactionTemplate(manager);
        transactional = JdbcClient.create(Objects.requireNonNull(manager.getDataSource()));
        messages = new Messages(
                new OutboxTable(transactional),
                new EnqueuedTable(transactional),
                new SuppressionTable(transactional),
                recipient -> Optional.ofNullable(book.get(recipient.word())),
                texts,
                new Webhooks(
                        transactional,
                        URI.create("https://bells.example"),
                        new PublicAddress(true),
                        new Poller("nobody", () -> 0),
                        clock),
                new Poller("nobody", () -> 0),
                clock);
        knows("ana", "ana@bells.example", "Europe/Prague");
    }

    Post knows(String person, String email, String zone) {
        book.put("person:" + person, new Addresses.RecipientAddress(person, email, ZoneId.of(zone), "en"));
        return this;
    }

    Post rails(Guardrails guardrails) {
        rails = guardrails;
        return this;
    }

    Post template(String name, String subject, String body) {
        templates.put(name, new MessageTemplate(name, subject, body));
        return this;
    }

    static Guardrails rails(int escalation, int person, int digest, String quietFrom, String quietUntil) {
        return new Guardrails(
                escalation,
                person,
                digest,
                LocalTime.parse(quietFrom),
                LocalTime.parse(quietUntil),
                Set.of(Severity.S1),
                Set.of(),
                0,
                Map.of());
    }

    /** A sending node of its own. */
    MailSender node(String smtpUrl) {
        Optional<URI> url = smtpUrl.isEmpty() ? Optional.empty() : Optional.of(URI.create(smtpUrl));
        OutboxGate gate = new OutboxGate(
                transaction,
                new OutboxTable(transactional),
                new DigestTable(transactional),
                new SuppressionTable(transactional),
                recipient -> Optional.ofNullable(book.get(recipient.word())),
                texts,
                clock);
        return new MailSender(
                gate,
                outbox,
                MailTransports.of(url, new Envelope("bellrope@bells.example", "bells.example"), client, clock),
                new Traces(Tracer.NOOP),
                clock);
    }

    /** What a reaction would say; facts as name and value in turn. */
    Message message(Recipient to, String escalation, String template, String... facts) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("key", escalation);
        map.put("title", "Line 4 stands still");
        for (int index = 0; index < facts.length; index += 2) {
            map.put(facts[index], facts[index + 1]);
        }
        return new Message(
                escalation + ":" + number.incrementAndGet() + ":" + template + ":" + to.word(),
                escalation,
                to,
                Message.EMAIL,
                template,
                map,
                Severity.S2,
                "the customer wrote",
                clock.instant());
    }

    Message toAna(String escalation, String template, String... facts) {
        return message(new Recipient.Colleague("ana"), escalation, template, facts);
    }

    Message with(Message message, Severity severity) {
        return new Message(
                message.dedupe(),
                message.escalation(),
                message.to(),
                message.channel(),
                message.template(),
                message.facts(),
                severity,
                message.because(),
                message.at());
    }

    void enqueue(Message... all) {
        transaction.executeWithoutResult(status -> messages.enqueue(Stream.of(all)
                .map(one -> new Messages.MessageRequest(one, playbook(), Optional.empty()))
                .toList()));
    }

    /** {@code state: note} of every message, in the order of their arrival. */
    List<String> states() {
        return client.sql("select state || ': ' || note from outbox order by message_id")
                .query((row, index) -> row.getString(1))
                .list();
    }

    List<String> justStates() {
        return states().stream().map(one -> one.substring(0, one.indexOf(':'))).toList();
    }

    Playbook playbook() {
        Communication communication =
                new Communication("owner", Map.of(), Span.ZERO, "sponsor", Map.of(), templates, Map.of());
        return new Playbook(
                "test",
                "test@1",
                "For tests.",
                "nobody",
                Map.of(),
                new ValueRubric(LocalDate.EPOCH, List.of(), Map.of()),
                Map.of(),
                new SeverityMatrix(List.of(), List.of(), Map.of()),
                List.of(),
                List.of(),
                List.of(),
                new Ladder(List.of()),
                Map.of(),
                Map.of(),
                List.of(),
                communication,
                rails,
                new Exit(List.of(), Map.of(), false, SupportPlan.ReopeningRule.CONTINUE, null),
                new Permissions(Map.of()),
                List.of());
    }

    @Override
    public void close() {
        database.close();
    }
}
