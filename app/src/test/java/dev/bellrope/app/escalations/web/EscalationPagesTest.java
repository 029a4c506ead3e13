package dev.bellrope.app.escalations.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EscalationPagesTest {
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
    void showsPromisesReasonsLadderAndForms() {
        String key = company.declare(manager, "acme", "S2", "");
        String page = manager.get("/escalations/" + key).body();
        assertThat(page)
                .contains(
                        "Promises",
                        "acknowledge",
                        "If nobody does anything",
                        "/escalations/" + key + "/plan",
                        "cause known");
        assertThat(page).doesNotContain("/escalations/" + key + "/criterion-waivers"); // executives only
        assertThat(page).doesNotContain("<script>", "style=");
        // All of it comes from one request, so it is said once.
        assertThat(page).containsOnlyOnce("from here on, trace <code>");
    }

    @Test
    void aFormThatIsRefusedComesBackWithWhatWasTyped() {
        String key = company.declare(manager, "acme", "S2", "");
        HttpResponse<String> refused = manager.submit(
                "/escalations/" + key + "/handoffs",
                Map.of("to", "filip", "situation", "half of it is done", "nextAction", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("half of it is done", "That was not done");
        HttpResponse<String> done = manager.submit("/escalations/" + key + "/notes", Map.of("text", "the pool leaks"));
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(manager.get("/escalations/" + key).body()).contains("the pool leaks");
    }
}
