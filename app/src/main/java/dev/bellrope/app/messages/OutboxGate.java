package dev.bellrope.app.messages;

import dev.bellrope.app.messages.Addresses.RecipientAddress;
import dev.bellrope.app.messages.polling.OutboxState;
import dev.bellrope.app.messages.smtp.Mail;
import dev.bellrope.app.messages.smtp.MailTransport;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.app.web.UuidV7;
import dev.bellrope.core.message.SendPolicy;
import dev.bellrope.core.playbook.Severity;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Claims due messages and applies the guardrails to them, all in one short transaction. Only one node at a time can be
 * in it, so that two nodes cannot each send the last message that a cap allows; the sending itself happens outside, in
 * parallel.
 */
@Component
class OutboxGate {
    private static final int BATCH = 50;

    private final TransactionTemplate transaction;
    private final OutboxTable outbox;
    private final DigestTable digests;
    private final SuppressionTable suppressed;
    private final Addresses addresses;
    private final MessageTexts texts;
    private final Clock clock;

    OutboxGate(
            TransactionTemplate transaction,
            OutboxTable outbox,
            DigestTable digests,
            SuppressionTable suppressed,
            Addresses addresses,
            MessageTexts texts,
            Clock clock) {
        this.transaction = transaction;
        this.outbox = outbox;
        this.digests = digests;
        this.suppressed = suppressed;
        this.addresses = addresses;
        this.texts = texts;
        this.clock = clock;
    }

    /** A message that may be sent now. */
    record ClaimedMessage(OutboxRow row, Mail mail) {}

    /** The result of one pass: how many rows were checked, and the messages that may be sent. */
    record GateResult(int claimed, List<ClaimedMessage> passed) {}

    GateResult open(MailTransport transport) {
        return Objects.requireNonNull(transaction.execute(status -> {
            outbox.takeTurn();
            Instant now = clock.instant();
            List<OutboxRow> rows = outbox.claim(UUID.randomUUID(), now, BATCH);
            List<ClaimedMessage> passed = new ArrayList<>();
            rows.forEach(row -> judge(row, transport, now).ifPresent(passed::add));
            return new GateResult(rows.size(), passed);
        }));
    }

    private Optional<ClaimedMessage> judge(OutboxRow row, MailTransport transport, Instant now) {
        if (!row.expiresAt().isAfter(now)) {
            outbox.settle(
                    row, OutboxState.DEAD, "not sent before it expired, after " + row.attempts() + " attempts", now);
            return Optional.empty();
        }
        Optional<RecipientAddress> found = addresses.find(row.to());
        Optional<String> obstacle = obstacle(row, found, transport);
        if (obstacle.isPresent()) {
            outbox.settle(row, OutboxState.DEAD, obstacle.get(), now);
            return Optional.empty();
        }
        RecipientAddress address = found.orElseThrow();
        return row.state() == OutboxState.GATHERING
                ? closeDigest(row, address, now)
                : judge(row, row.severity(), address, now)
                        ? Optional.of(pass(row, new MessageTexts.MessageText(row.subject(), row.body()), address, now))
                        : Optional.empty();
    }

    private Optional<String> obstacle(OutboxRow row, Optional<RecipientAddress> found, MailTransport transport) {
        if (found.isEmpty()) {
            return Optional.of("nobody is known as " + row.recipient());
        }
        String email = found.get().email().strip();
        if (email.isEmpty()) {
            return Optional.of(row.recipient() + " has no e-mail address");
        }
        if (transport.isOwn(email)) {
            return Optional.of(email + " is our own address");
        }
        return suppressed.find(email).map(one -> email + " gets no mail since " + one.since() + ": " + one.reason());
    }

    /** Whether a message goes now; if not, it has been postponed or made part of a digest. */
    private boolean judge(OutboxRow row, Severity severity, RecipientAddress address, Instant now) {
        boolean counted = row.passedAt().isPresent() || row.isDigest();
        GuardrailSnapshot guardrails = counted ? row.rails().quietOnly() : row.rails();
        OutboxTable.TrafficCounts counts =
                counted ? new OutboxTable.TrafficCounts(0, 0, 0) : outbox.count(row, now, guardrails.digestAbove() + 1);
        SendPolicy.Traffic traffic =
                new SendPolicy.Traffic(counts.escalationLastHour(), counts.personLastHour(), counts.waiting());
        return switch (SendPolicy.judge(
                row.message(severity, now), guardrails.guardrails(), traffic, address.zone(), now)) {
            case SendPolicy.SendVerdict.Now() -> true;
            case SendPolicy.SendVerdict.Later(Instant until, String why) -> {
                outbox.postpone(row, until, why);
                yield false;
            }
            case SendPolicy.SendVerdict.Digest(String why) -> {
                digests.gather(row, why, UuidV7.inOrder(now), now);
                yield false;
            }
        };
    }

    private Optional<ClaimedMessage> closeDigest(OutboxRow row, RecipientAddress address, Instant now) {
        List<DigestTable.DigestLine> lines = digests.lines(row.id());
        Optional<Severity> worst =
                lines.stream().map(DigestTable.DigestLine::severity).min(Comparator.naturalOrder());
        if (worst.isEmpty()) {
            outbox.settle(row, OutboxState.CANCELLED, "all of its lines were cancelled", now);
            return Optional.empty();
        }
        return judge(row, worst.get(), address, now)
                ? Optional.of(pass(row, texts.digest(row.to(), lines, address), address, now))
                : Optional.empty();
    }

    private ClaimedMessage pass(OutboxRow row, MessageTexts.MessageText text, RecipientAddress address, Instant now) {
        outbox.pass(row.id(), text.subject(), text.body(), address.email().strip(), now);
        return new ClaimedMessage(
                row,
                new Mail(
                        row.id(),
                        row.escalation(),
                        address.email().strip(),
                        address.name(),
                        text.subject(),
                        text.body(),
                        row.trace().map(Trace::id)));
    }
}
