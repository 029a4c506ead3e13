package dev.bellrope.app.messages;

import dev.bellrope.app.messages.polling.AfterOutage;
import dev.bellrope.app.messages.polling.Backoff;
import dev.bellrope.app.messages.polling.OutboxState;
import dev.bellrope.app.messages.smtp.Mail;
import dev.bellrope.app.messages.smtp.MailNotAccepted;
import dev.bellrope.app.messages.smtp.MailTransport;
import dev.bellrope.app.traces.Traces;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the mails that are due and pass the guardrails. It sends outside of any transaction, and a mail is done only
 * when the server has accepted it.
 */
final class MailSender {
    private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);

    /** Mail servers dislike many connections from one host. */
    private static final int CONNECTIONS = 4;

    private final OutboxGate gate;
    private final OutboxTable outbox;
    private final Optional<MailTransport> transport;
    private final Traces traces;
    private final Clock clock;
    private final Semaphore connections = new Semaphore(CONNECTIONS);

    MailSender(OutboxGate gate, OutboxTable outbox, Optional<MailTransport> transport, Traces traces, Clock clock) {
        this.gate = gate;
        this.outbox = outbox;
        this.transport = transport;
        this.traces = traces;
        this.clock = clock;
    }

    /** Runs one round and returns how many rows it processed. */
    int run() {
        if (transport.isEmpty()) {
            outbox.hold(clock.instant());
            return 0;
        }
        OutboxGate.GateResult passage = gate.open(transport.get());
        send(passage, transport.get());
        if (passage.claimed() == 0) {
            return outbox.release(clock.instant());
        }
        return passage.claimed();
    }

    /**
     * Sends mails to the same recipient one after another, so that they arrive in order, and to different recipients in
     * parallel.
     */
    private void send(OutboxGate.GateResult passage, MailTransport to) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            passage.passed().stream()
                    .collect(Collectors.groupingBy(one -> one.row().recipient()))
                    .values()
                    .forEach(sequence -> threads.execute(() -> sequence.forEach(one -> follow(one, to))));
        }
    }

    private void follow(OutboxGate.ClaimedMessage passed, MailTransport to) {
        OutboxRow row = passed.row();
        if (row.trace().isEmpty()) {
            send(passed, to);
            return;
        }
        Map<String, String> about = Map.of("bellrope.escalation", row.escalation(), "bellrope.message", "" + row.id());
        traces.within("mail", row.trace(), about, trace -> {
            send(passed, to);
            return trace;
        });
    }

    private void send(OutboxGate.ClaimedMessage passed, MailTransport to) {
        OutboxRow row = passed.row();
        Mail mail = passed.mail();
        connections.acquireUninterruptibly();
        try {
            if (!outbox.begin(row, clock.instant())) {
                return; // the mails before it used up the lease; whoever claims it next sends it
            }
            String accepted = to.send(mail);
            LOG.info("Mail {} about {} is {}", row.id(), row.escalation(), accepted);
            AfterOutage.write(() -> outbox.settle(row, OutboxState.SENT, accepted, clock.instant()));
        } catch (MailNotAccepted refused) {
            Instant now = clock.instant();
            int attempt = row.attempts() + 1;
            if (refused.isCertain()) {
                outbox.answered(row);
            }
            if (refused.isForGood()) {
                outbox.settle(row, OutboxState.DEAD, "refused: " + refused.getMessage(), now);
            } else {
                outbox.postpone(
                        row,
                        now.plus(Backoff.after(row.id(), attempt)),
                        "attempt " + attempt + " failed: " + refused.getMessage());
            }
        } catch (RuntimeException failed) {
            LOG.warn("Mail {} is left until its lease ends", row.id(), failed);
        } finally {
            connections.release();
        }
    }
}
