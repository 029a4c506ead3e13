package dev.bellrope.app.demo;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.intake.Intake;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.signal.Signal;
import dev.bellrope.core.signal.SignalKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The signals that come in while somebody watches: one every ten to twenty seconds, and never more trouble than fits on
 * a screen.
 */
final class LiveStream {
    /** The maximum number of open escalations of the stream. */
    static final int MOST_OPEN = 5;

    private static final Duration OPENING = Duration.ofSeconds(4);
    private static final int MOST_ORDINARY = 3;
    private static final int ALL = 1000;
    private static final List<String> QUESTIONS = List.of(
            "How do I add a second warehouse to our account?",
            "Can the weekly arrival report include the berth?",
            "A new colleague needs access to the customs module",
            "Please raise our API quota for the season",
            "Where can we see who changed a booking?");
    private static final List<String> ASKS = List.of(
            "Any news? Our night shift starts in an hour and asks what to expect.",
            "Thank you. We still see it on our side, most recently two minutes ago.",
            "Our terminal manager would like a time that he can plan with.",
            "The workaround helps. When can we go back to normal?");

    private final Intake intake;
    private final Escalations escalations;
    private final Directory directory;
    private final List<StoryTopic> topics = StoryTopic.list();
    private final Random random;
    private final String run;
    private final Deque<Signal> ordinary = new ArrayDeque<>();
    private Instant next;
    private int heard;

    /**
     * Creates a stream.
     *
     * @param started when the stream begins; it also makes the ids of its signals differ from those of other runs
     */
    LiveStream(Intake intake, Escalations escalations, Directory directory, Instant started, long seed) {
        this.intake = intake;
        this.escalations = escalations;
        this.directory = directory;
        this.random = new Random(seed);
        this.run = Long.toString(started.getEpochSecond(), Character.MAX_RADIX);
        this.next = started.plus(OPENING);
    }

    /** Sends a signal if one is due. */
    void tick(Instant now) {
        if (now.isBefore(next)) {
            return;
        }
        next = now.plusSeconds(10 + random.nextInt(11));
        heard++;
        List<Escalation> open = escalations.listOpenStates(VisibleAccounts.ALL, ALL);
        List<Escalation> ours = open.stream().filter(LiveDemo::isLive).toList();
        boolean room = ours.size() < MOST_OPEN;
        if (heard == 1 || (room && random.nextInt(10) < 5)) {
            trouble(open, now, heard == 1);
        } else if (!ours.isEmpty() && random.nextInt(10) < 5) {
            asks(ours.get(random.nextInt(ours.size())), now);
        } else if (random.nextInt(10) < 4) {
            rates(now);
        } else {
            ordinary(now);
        }
    }

    /**
     * Sends trouble from an account that has none; the first that a visitor sees is from an account of great strategic
     * importance.
     */
    private void trouble(List<Escalation> open, Instant now, boolean first) {
        Set<String> troubled = new HashSet<>();
        open.forEach(escalation -> troubled.add(escalation.account()));
        List<Account> calm = directory.listAccounts("", ALL, "", VisibleAccounts.ALL).stream()
                .filter(account -> account.plan().equals("premium") && !troubled.contains(account.id()))
                .filter(account ->
                        !first || Long.valueOf(5).equals(account.facts().get("strategic_importance")))
                .toList();
        if (calm.isEmpty()) {
            return;
        }
        Account account = calm.get(random.nextInt(calm.size()));
        StoryTopic topic = first ? topics.getFirst() : topics.get(random.nextInt(topics.size()));
        Map<String, Object> data =
                Map.of("priority", topic.priority(), "product", topic.product(), "impact", topic.impact());
        hear(SignalKind.TICKET_OPENED, account.id(), ticket(), topic.title(), data, now);
    }

    private void asks(Escalation escalation, Instant now) {
        if (escalation.status() == Status.ACTIVE) {
            escalation.tickets().keySet().stream()
                    .findFirst()
                    .ifPresent(ticket -> hear(
                            SignalKind.TICKET_CUSTOMER_MESSAGE,
                            escalation.account(),
                            ticket,
                            ASKS.get(random.nextInt(ASKS.size())),
                            Map.of(),
                            now));
        }
    }

    private void rates(Instant now) {
        long score = 4L + random.nextInt(2);
        hear("csat.received", anyone().id(), "", "Rated us " + score + " of 5", Map.of("score", score), now);
    }

    /** Sends an ordinary question, or answers the oldest one if there are a few. */
    private void ordinary(Instant now) {
        if (ordinary.size() >= MOST_ORDINARY) {
            Signal asked = ordinary.remove();
            hear(
                    SignalKind.TICKET_RESOLVED,
                    asked.account(),
                    asked.ticket(),
                    "Answered: " + asked.summary(),
                    Map.of(),
                    now);
            return;
        }
        ordinary.add(hear(
                SignalKind.TICKET_OPENED,
                anyone().id(),
                ticket(),
                QUESTIONS.get(random.nextInt(QUESTIONS.size())),
                Map.of("priority", "normal", "product", "account"),
                now));
    }

    private Account anyone() {
        List<Account> accounts = directory.listAccounts("", ALL, "", VisibleAccounts.ALL);
        return accounts.get(random.nextInt(accounts.size()));
    }

    private String ticket() {
        return "NHS-" + run + "-" + heard;
    }

    private Signal hear(
            String kind, String account, String ticket, String words, Map<String, Object> data, Instant now) {
        Signal signal = new Signal(Story.SOURCE, "live-" + run + "-" + heard, kind, now, account, ticket, words, data);
        intake.hear(signal);
        return signal;
    }
}
