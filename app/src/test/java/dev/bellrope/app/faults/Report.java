package dev.bellrope.app.faults;

import dev.bellrope.app.faults.Book.Answer;
import dev.bellrope.app.faults.Book.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was done, what was asked meanwhile, and what held all the same.
 *
 * @param text for people
 */
record Report(String text, List<Invariant> invariants) {
    Report {
        invariants = List.copyOf(invariants);
    }

    List<Invariant> broken() {
        return invariants.stream().filter(one -> !one.holds()).toList();
    }

    /** Asks the database for the figures, so it has to be there still. */
    static Report of(
            Trial trial,
            Map<Fault, Integer> done,
            Cluster cluster,
            Book book,
            MailSink mail,
            HookSink hook,
            int broughtForward,
            JdbcClient client,
            List<Invariant> invariants) {
        StringBuilder text = new StringBuilder("%nWhat went wrong (seed %d)%n".formatted(trial.seed()));
        if (!trial.apart().isZero()) {
            text.append("          the clocks of two nodes %d s apart%n"
                    .formatted(trial.apart().toSeconds()));
        }
        done.forEach((fault, times) -> text.append("  %,6d  %s%n".formatted(times, fault.words())));
        text.append("  %,6d  mails refused, %,d cut off; %,d webhook calls not taken%n"
                .formatted(mail.refused(), mail.dropped(), hook.refused()));
        text.append("  %,6d  processes of nodes, %,d of them ended by themselves; no node served %d %% of the time%n"
                .formatted(cluster.started(), cluster.fell(), cluster.deserted()));
        text.append("%nWhat was asked (%s)%n".formatted(book.requests()));
        for (Kind kind : Kind.values()) {
            text.append("  %-12s %,6d accepted, %,d refused, %,d never answered%n"
                    .formatted(
                            kind.name().toLowerCase(Locale.ROOT),
                            book.count(kind, Answer.ACCEPTED),
                            book.count(kind, Answer.REFUSED),
                            book.count(kind, Answer.UNKNOWN)));
        }
        text.append(
                "  %,d escalations, %,d events, %,d mails, %,d webhook deliveries; %,d retries were brought forward%n"
                        .formatted(
                                count(client, "escalation"),
                                count(client, "escalation_event"),
                                mail.accepted().size(),
                                hook.accepted().size(),
                                broughtForward));
        text.append("%nLateness of strikes  %s%n%nWhat held%n".formatted(lateness(client)));
        for (Invariant one : invariants) {
            text.append("  %-6s  %s: %s%n".formatted(one.holds() ? "holds" : "BROKEN", one.words(), one.figure()));
        }
        return new Report(text.toString(), invariants);
    }

    private static int count(JdbcClient client, String table) {
        return client.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private static String lateness(JdbcClient client) {
        return client.sql("""
                select format('p50 %s ms, p99 %s ms, most %s ms',
                    round(1000 * percentile_cont(0.5) within group (order by late)),
                    round(1000 * percentile_cont(0.99) within group (order by late)), round(1000 * max(late)))
                from (select extract(epoch from struck_at - due_at)::float8 as late from strike) as strikes""").query(String.class).single();
    }
}
