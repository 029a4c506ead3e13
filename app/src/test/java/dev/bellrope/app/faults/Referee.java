package dev.bellrope.app.faults;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.database.TestDatabase;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.faults.Book.Answer;
import dev.bellrope.app.faults.Book.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Judges from outside: by what the load was promised, by SQL, and by what the mail server and the receiver of webhooks say that they
 * took. Only the fold is asked of Bellrope itself, since it is what is judged there.
 */
final class Referee {
    private static final Duration QUIET = Duration.ofMinutes(5);

    private final TestDatabase database;
    private final JdbcClient client;
    private final Book book;
    private final MailSink mail;
    private final HookSink hook;
    private final Trial trial;
    private final List<Invariant> invariants = new ArrayList<>();

    Referee(TestDatabase database, Book book, MailSink mail, HookSink hook, Trial trial) {
        this.database = database;
        this.client = database.client();
        this.book = book;
        this.mail = mail;
        this.hook = hook;
        this.trial = trial;
    }

    /** Lets the database write down by its own clock when a strike came, whatever the nodes believe. */
    static void watch(TestDatabase database) {
        database.client()
                .sql("alter table strike add column seen_at timestamptz default clock_timestamp()")
                .update();
    }

    List<String> listOpen() {
        return strings("select key from escalation where over_at is null order by number");
    }

    /**
     * Waits until nothing is owed any more. What failed while things went wrong, and waits minutes for its next attempt, is brought
     * forward; its number is the answer.
     */
    int awaitQuiet() throws InterruptedException {
        int broughtForward = 0;
        long end = System.nanoTime() + QUIET.toNanos();
        while (owed() > 0) {
            if (System.nanoTime() > end) {
                break; // the judgement says what is still owed
            }
            Thread.sleep(1_000);
            for (String table : List.of("outbox", "webhook_delivery")) {
                broughtForward += client.sql("update " + table + " set due_at = clock_timestamp()"
                                + " where state = 'waiting' and attempts > 0 and claim is null"
                                + " and due_at > clock_timestamp() + interval '3 s'")
                        .update();
            }
        }
        return broughtForward;
    }

    private int owed() {
        return count("select count(*) from alarm where at <= clock_timestamp()")
                + count("select count(*) from outbox where state in ('waiting', 'gathering')")
                + count("select count(*) from webhook_delivery where state = 'waiting'");
    }

    Report judge(Map<Fault, Integer> done, Cluster cluster, int broughtForward) {
        signals();
        commands();
        strikes();
        history();
        mails(done);
        webhooks();
        return Report.of(trial, done, cluster, book, mail, hook, broughtForward, client, invariants);
    }

    private void signals() {
        Map<String, Integer> handled = counts("""
                select external_id as what, count(*) as times from signal
                where source = 'load' and state in ('handled', 'ignored') group by 1""");
        exactlyOnce("accepted signals handled exactly once", Kind.SIGNAL, handled);
        none("signals that failed or wait", "select count(*) from signal where state in ('failed', 'unmapped')");
        none("signals that took effect twice in one escalation", """
                select count(*) from (
                    select escalation, name, coalesce(body ->> 'signal', ''), body ->> 'ticket' from escalation_event
                    where name in ('ticket-attached', 'customer-heard') group by 1, 2, 3, 4 having count(*) > 1) as twice""");
        none("two escalations at work for one account and route at once", """
                select count(*) from escalation one join escalation other
                  on one.account = other.account and one.route = other.route and one.number < other.number
                 and other.begun_at < coalesce(one.resolved_at, one.over_at, 'infinity') - cast(:apart as interval)
                where other.trigger <> '' and other.title not like 'declared %' and one.title not like 'declared %'""");
    }

    private void commands() {
        exactlyOnce(
                "accepted declarations made exactly one escalation",
                Kind.DECLARATION,
                counts("select title as what, count(*) as times from escalation group by 1"));
        exactlyOnce("accepted notes stand exactly once", Kind.NOTE, counts("""
                select body ->> 'text' as what, count(*) as times from escalation_event
                where name = 'note-added' group by 1"""));
        Map<String, Integer> closed = counts("""
                select escalation as what, count(*) as times from escalation_event where name = 'closed' group by 1""");
        Set<String> lost = new HashSet<>();
        book.of(Kind.CLOSING).forEach((key, answer) -> {
            if (answer == Answer.ACCEPTED && closed.getOrDefault(key, 0) != 1) {
                lost.add(key);
            }
        });
        add("accepted closings closed exactly once", lost, book.count(Kind.CLOSING, Answer.ACCEPTED));
        none("escalations still open at the end", "select count(*) from escalation where over_at is null");
    }

    private void strikes() {
        none("clocks due and not struck", "select count(*) from alarm where at <= clock_timestamp()");
        int all = count("select count(*) from strike");
        int distinct =
                count("select count(*) from (select distinct kind, key, step, cycle, due_at from strike) as one");
        invariants.add(new Invariant(
                "strikes exactly once", "%,d, %,d of them twice".formatted(all, all - distinct), all == distinct));
        none("promises missed or warned twice", """
                select count(*) from (
                    select escalation, name, body ->> 'target', body ->> 'cycle', body ->> 'percent' from escalation_event
                    where name in ('target-missed', 'target-warned') group by 1, 2, 3, 4, 5 having count(*) > 1) as twice""");
        // Whatever is heard of an escalation first finds what is overdue, though its alarm has not gone off yet (T36).
        none("misses that neither a strike nor a signal has found", """
                select count(*) from escalation_event event
                where event.name = 'target-missed' and event.actor = 'system' and not exists (
                    select from strike where kind = 'escalation' and key = event.escalation and struck_at = event.at and did)
                  and not exists (
                    select from escalation_event heard
                    where heard.escalation = event.escalation and heard.at = event.at
                      and heard.name in ('customer-heard', 'retriaged', 'ticket-attached', 'ticket-seen', 'criterion-met'))""");
        none("promises that ran out and nothing says so", """
                select count(*) from escalation_event begun
                where begun.name = 'target-started' and not exists (
                    select from escalation_event over
                    where over.escalation = begun.escalation
                      and over.name in ('target-met', 'target-missed', 'target-stopped', 'target-waived')
                      and over.body ->> 'target' = begun.body ->> 'target'
                      and over.body ->> 'cycle' = begun.body ->> 'cycle')""");
        none("strikes before their time", """
                select count(*) from strike where struck_at < due_at or seen_at < due_at - cast(:fast as interval)""");
        none("strikes that did something after the end", """
                select count(*) from strike join escalation using (key)
                where kind = 'escalation' and did and struck_at > over_at + cast(:apart as interval)""");
        none("happenings after the end other than notes", """
                select count(*) from escalation_event later join escalation_event closed
                  on closed.escalation = later.escalation and closed.name = 'closed' and later.sequence > closed.sequence
                where later.name in ('target-missed', 'target-warned', 'target-started', 'level-raised')""");
    }

    private void history() {
        none("gaps in the sequence of an escalation", """
                select count(*) from (select escalation, max(sequence) as newest, count(*) as events
                                      from escalation_event group by escalation) as history
                join escalation on key = escalation where newest <> events or newest <> sequence""");
        none("events out of order in time", """
                select count(*) from escalation_event one join escalation_event next
                  on next.escalation = one.escalation and next.sequence = one.sequence + 1
                where next.at < one.at - cast(:apart as interval)""");
        List<String> keys = strings("select key from escalation");
        Set<String> wrong = new HashSet<>();
        try (RunningApp app = RunningApp.with(Clock.systemUTC()).on(database).start()) {
            Escalations escalations = app.get(Escalations.class);
            for (String key : keys) {
                if (!escalations.find(key).orElseThrow().state().equals(escalations.refold(key))) {
                    wrong.add(key);
                }
            }
        }
        add("states that are the fold of their events", wrong, keys.size());
    }

    private void mails(Map<Fault, Integer> done) {
        none("mails still owed", "select count(*) from outbox where state in ('waiting', 'gathering')");
        none("mails given up", "select count(*) from outbox where state in ('dead', 'held')");
        Set<String> sent = new HashSet<>(strings("""
                select '<' || message_id || '@bells.example>' from outbox where channel = 'email' and state = 'sent'"""));
        Map<String, Integer> taken = mail.accepted();
        Set<String> missing = new HashSet<>(sent);
        missing.removeAll(taken.keySet());
        add("sent mails that the mail server took", missing, sent.size());
        Set<String> unknown = new HashSet<>(taken.keySet());
        unknown.removeAll(sent);
        add("mails at the mail server that are known as sent", unknown, taken.size());
        // With clocks that are apart nodes take each other's mails for left behind; how often is not promised.
        int allowed = trial.apart().isZero() ? InFlight.mails(done) : Integer.MAX_VALUE;
        long again = taken.values().stream().mapToInt(times -> times - 1).sum();
        invariants.add(new Invariant(
                "mails twice, under one Message-ID (in hand when a node was killed or stopped)",
                allowed == Integer.MAX_VALUE
                        ? "%,d; none promised".formatted(again)
                        : "%,d of %,d allowed".formatted(again, allowed),
                again <= allowed));
    }

    private void webhooks() {
        none("webhook deliveries owed or given up", "select count(*) from webhook_delivery where state <> 'sent'");
        Set<String> sent =
                new HashSet<>(strings("select 'msg_' || delivery_id from webhook_delivery where state = 'sent'"));
        Map<String, Integer> taken = hook.accepted();
        Set<String> missing = new HashSet<>(sent);
        missing.removeAll(taken.keySet());
        add("webhook deliveries that the receiver took", missing, sent.size());
        none("events without their delivery", """
                select greatest(0, (select count(*) from escalation_event) - (select count(*) from webhook_delivery))""");
        long again = taken.values().stream().mapToInt(times -> times - 1).sum();
        invariants.add(new Invariant(
                "webhook deliveries twice, under one webhook-id",
                "%,d, which its receiver tells by the id".formatted(again),
                true));
        invariants.add(new Invariant("redirects followed", "%,d".formatted(hook.followed()), hook.followed() == 0));
    }

    /** Accepted: once. Refused: never. Never answered: once at most. */
    private void exactlyOnce(String words, Kind kind, Map<String, Integer> found) {
        Set<String> wrong = new HashSet<>();
        book.of(kind).forEach((what, answer) -> {
            int times = found.getOrDefault(what, 0);
            boolean right = switch (answer) {
                case ACCEPTED -> times == 1;
                case REFUSED -> times == 0;
                case UNKNOWN -> times <= 1;
            };
            if (!right) {
                wrong.add(what + " (" + answer + ", " + times + " times)");
            }
        });
        add(words, wrong, book.count(kind, Answer.ACCEPTED));
    }

    private void add(String words, Set<String> wrong, long all) {
        String named = wrong.isEmpty()
                ? ""
                : ": " + String.join(", ", wrong.stream().sorted().limit(5).toList());
        invariants.add(new Invariant(words, "%,d, all but %,d%s".formatted(all, wrong.size(), named), wrong.isEmpty()));
    }

    private void none(String words, String sql) {
        int found = count(sql);
        invariants.add(new Invariant("no " + words, "%,d".formatted(found), found == 0));
    }

    private Map<String, Integer> counts(String sql) {
        Map<String, Integer> counts = new HashMap<>();
        client.sql(sql).query(row -> {
            counts.put(row.getString("what"), row.getInt("times"));
        });
        return counts;
    }

    private List<String> strings(String sql) {
        return client.sql(sql).query(String.class).list();
    }

    private int count(String sql) {
        return client.sql(sql)
                .param("apart", trial.apart().toSeconds() + " s")
                .param("fast", Collections.max(trial.wrongBy()).toSeconds() + " s")
                .query(Integer.class)
                .single();
    }
}
