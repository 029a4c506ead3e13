package dev.bellrope.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.escalations.Escalations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What is said follows from what is so, and not from what might have been. */
class OnceCommittedTest {
    private static final Duration BOUND = Duration.ofSeconds(60);

    @Test
    void whatIsRolledBackIsToldToNobody() {
        try (PostOffice post = new PostOffice(0);
                RunningApp app =
                        RunningApp.with(Clock.systemUTC()).smtp(post.url()).start()) {
            SmallCompany.moveInto(app);
            app.get(TransactionTemplate.class).executeWithoutResult(undone -> {
                assertThat(outage(app, "one", "acme")).hasSize(1);
                undone.setRollbackOnly();
            });
            // The mails of a second one, which happens, come after any that the first could have caused.
            assertThat(outage(app, "two", "acme")).hasSize(1);
            Until.isTrue("mails are sent", BOUND, () -> count(app, """
                    select count(*) from outbox where channel = 'email' and state = 'sent'""") > 0);
            Until.isTrue("all mails are sent", BOUND, () -> count(app, """
                    select count(*) from outbox where state in ('waiting', 'gathering')""") == 0);
            assertThat(post.letters())
                    .extracting(PostOffice.Letter::id)
                    .containsExactlyInAnyOrderElementsOf(
                            app.client().sql("""
                                    select '<' || message_id || '@localhost>' from outbox
                                    where channel = 'email' and state = 'sent'""").query(String.class).list());
            assertThat(count(app, """
                    select count(*) from outbox
                    where escalation_key <> '' and escalation_key not in (select key from escalation)""")).isZero();
            assertThat(count(app, "select count(*) from escalation")).isOne();
        }
    }

    private static List<String> outage(RunningApp app, String id, String account) {
        return app.get(Escalations.class)
                .hear(SmallCompany.signal(id, "slo.missed", account, "", Instant.now(), Map.of("share_of_users", 0.9)));
    }

    private static int count(RunningApp app, String sql) {
        return app.client().sql(sql).query(Integer.class).single();
    }
}
