package dev.bellrope.app.escalations.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.core.escalation.Act;
import dev.bellrope.core.escalation.Escalation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What may want something of somebody who holds no role in it is found without looking at everything that is open. */
class WhomItWaitsForTest {
    private static SampleCompany company;
    private static Visitor manager;

    @BeforeAll
    static void start() {
        company = new SampleCompany();
        manager = company.manager();
    }

    @AfterAll
    static void stop() {
        manager.close();
        company.close();
    }

    @Test
    void whoWasAskedOrOfferedItOrHasAStepOfThePlan() {
        String key = company.declare(manager, "acme", "S2", "");
        assertThat(waitingFor(key)).isEmpty();
        company.busy(key);
        assertThat(waitingFor(key)).containsExactly("ana", "vp-engineering"); // Ben's step is done
        assertThat(concerning("nobody", Set.of("nobody", "vp-engineering"))).contains(key);

        company.ask(key, Act.DECIDE, """
                {"decision": "%s", "choice": "fix forward", "rationale": "it is half done"}
                """.formatted(question(key)));
        assertThat(waitingFor(key)).containsExactly("ana");
        assertThat(concerning("nobody", Set.of("nobody", "vp-engineering"))).doesNotContain(key);
    }

    private static List<String> waitingFor(String key) {
        return company.app
                .client()
                .sql("select who from escalation_waits_for where escalation = :key order by who")
                .param("key", key)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static List<String> concerning(String person, Set<String> names) {
        return company.escalations().listConcerning(person, names, VisibleAccounts.ALL, 100).stream()
                .map(Escalation::key)
                .toList();
    }

    private static String question(String key) {
        return company.escalations()
                .find(key)
                .orElseThrow()
                .state()
                .questions()
                .keySet()
                .iterator()
                .next();
    }
}
