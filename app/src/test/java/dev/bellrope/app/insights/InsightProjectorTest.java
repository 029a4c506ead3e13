package dev.bellrope.app.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.web.SampleCompany;
import dev.bellrope.core.escalation.Act;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows follow what happens, once on however many nodes, and can be made anew. */
class InsightProjectorTest {
    private static SampleCompany company;
    private static String key;

    @BeforeAll
    static void start() {
        company = new SampleCompany();
        try (Visitor filip = company.manager()) {
            key = company.declare(filip, "acme", "S1", "");
        }
    }

    @AfterAll
    static void stop() {
        company.close();
    }

    @Test
    void aRowFollowsWhatHappens() {
        company.clock.advance(Duration.ofMinutes(7));
        company.ask(key, Act.ACKNOWLEDGE, "{}");
        company.clock.advance(Duration.ofMinutes(3));
        company.ask(key, Act.SEND_UPDATE, "{\"text\": \"We are at it\"}");
        assertThat(rows()).containsExactly("7 10 S1 active");
    }

    @Test
    void whatIsDeletedIsCountedAnew() {
        List<String> before = rows();
        company.app.client().sql("delete from insight_course").update();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void whatAnotherNodeHasInHandIsLeftToIt() {
        rows();
        DueTable due = company.app.get(DueTable.class);
        due(key);
        PlatformTransactionManager transactions = company.app.get(PlatformTransactionManager.class);
        new TransactionTemplate(transactions).executeWithoutResult(one -> {
            if (!due.take(10).isEmpty()) {
                TransactionTemplate other = new TransactionTemplate(transactions);
                other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
                List<String> left = other.execute(status -> due.take(10));
                assertThat(left).isEmpty();
                one.setRollbackOnly();
            }
        });
        assertThat(rows()).hasSize(1);
    }

    /** A node that read less long ago must not put that over what another one wrote since. */
    @Test
    void anOlderFoldGivesWayToANewerOne() {
        List<String> before = rows();
        company.app
                .client()
                .sql("update insight_course set sequence = sequence + 1000, title = 'newer'")
                .update();
        due(key);
        assertThat(rows()).isEqualTo(before);
        assertThat(titles()).containsExactly("newer");
        company.app.client().sql("delete from insight_course").update();
        rows();
        assertThat(titles()).containsExactly("Nobody can pay");
    }

    private static void due(String escalation) {
        company.app
                .client()
                .sql("insert into insight_due (escalation) values (:key)")
                .param("key", escalation)
                .update();
    }

    /** Minutes to the acknowledgement and the first update, the severity, the state. */
    private static List<String> rows() {
        CaughtUp.wait(company.app);
        return company.app
                .client()
                .sql("select acknowledge_ms, update_ms, severity, status from insight_course")
                .query((row, number) -> "%d %d %s %s"
                        .formatted(
                                row.getLong(1) / 60_000, row.getLong(2) / 60_000, row.getString(3), row.getString(4)))
                .list();
    }

    private static List<String> titles() {
        return company.app
                .client()
                .sql("select title from insight_course")
                .query((row, number) -> row.getString(1))
                .list();
    }
}
