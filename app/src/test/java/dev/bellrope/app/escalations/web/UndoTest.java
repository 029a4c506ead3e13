package dev.bellrope.app.escalations.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.acts.ActResource;
import dev.bellrope.core.escalation.Act;
import dev.bellrope.core.escalation.CurrentPause;
import dev.bellrope.core.escalation.Escalation;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was done by mistake is taken back with one click, by an act of its own. */
class UndoTest {
    private static final Pattern FORM =
            Pattern.compile("<form class=\"undo\" method=\"post\" action=\"([^\"]+)\">(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private static SampleCompany company;
    private static Visitor filip;

    @BeforeAll
    static void start() {
        company = new SampleCompany();
        filip = company.manager();
    }

    @AfterAll
    static void stop() {
        filip.close();
        company.close();
    }

    @Test
    void aPauseIsTakenBackAndThatToo() {
        String key = company.declare(filip, "acme", "S2", "");
        company.ask(key, Act.ACKNOWLEDGE, "{}");
        String paused = done(key, Act.PAUSE, Map.of("reason", "waiting-on-customer"));
        assertThat(state(key).pause()).isNotNull();
        String resumed = undo(paused);
        assertThat(state(key).pause()).isNull();
        undo(resumed);
        assertThat(state(key).pause())
                .isNotNull()
                .extracting(CurrentPause::reason)
                .isEqualTo("waiting-on-customer");
    }

    @Test
    void aRoleGoesBackToWhoHeldIt() {
        String key = company.declare(filip, "acme", "S2", "");
        String owner = state(key).findOwner().orElseThrow();
        String other = owner.equals("ana") ? "ben" : "ana";
        String assigned = done(key, Act.ASSIGN, Map.of("role", "owner", "person", other, "reason", "by mistake"));
        assertThat(state(key).findOwner()).contains(other);
        undo(assigned);
        assertThat(state(key).findOwner()).contains(owner);
    }

    @Test
    void whatWasToldCannotBeTakenBack() {
        String key = company.declare(filip, "acme", "S2", "");
        assertThat(done(key, Act.SEND_UPDATE, Map.of("text", "We are on it"))).doesNotContain("class=\"undo\"");
    }

    private static String done(String key, Act act, Map<String, String> fields) {
        return followed(
                filip.submit("/escalations/" + key + "/" + ActResource.of(act).slug(), fields));
    }

    private static String undo(String page) {
        Matcher form = FORM.matcher(page);
        assertThat(form.find()).as("a way back in " + page).isTrue();
        Map<String, String> fields = new HashMap<>();
        Matcher field = FIELD.matcher(form.group(2));
        while (field.find()) {
            if (!field.group(1).equals("_csrf")) {
                fields.put(field.group(1), field.group(2));
            }
        }
        return followed(filip.submit(form.group(1), fields));
    }

    private static String followed(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return filip.get(answer.headers().firstValue("Location").orElseThrow()).body();
    }

    private static Escalation state(String key) {
        return company.escalations().find(key).orElseThrow().state();
    }
}
