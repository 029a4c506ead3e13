package dev.bellrope.app.console;

import static dev.bellrope.app.web.PageText.english;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.Audit;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.messages.Messages;
import dev.bellrope.app.messages.events.EventTypes;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Channels, intake and about; and people with what they carry. */
class SettingsPagesTest {
    private static final SettableClock CLOCK = SettableClock.at("2026-03-06T15:30:00Z");
    private static RunningApp app;
    private static Visitor administrator;

    @BeforeAll
    static void start() {
        app = RunningApp.with(CLOCK)
                .smtp(URI.create("local:mailbox"))
                .setting("bellrope.webhooks.allow-private", "true")
                .start();
        SmallCompany.moveInto(app);
        administrator = Visitor.signedIn(app, Role.ADMINISTRATOR);
        app.get(Escalations.class)
                .hear(SmallCompany.signal(
                        "s1", "ticket.opened", "acme", "4711", CLOCK.instant(), Map.of("priority", "urgent")));
    }

    @AfterAll
    static void stop() {
        administrator.close();
        app.close();
    }

    private static List<String> acts(String subject) {
        return app.get(Audit.class).list(new Audit.AuditFilter("", "", subject), Long.MAX_VALUE, 100).stream()
                .map(Audit.AuditEntry::act)
                .toList()
                .reversed();
    }

    private static String one(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    @Test
    void aTestMailGoesToWhoeverAsksAndTheAnswerIsShown() {
        // What another test left to be said.
        administrator.get("/settings/channels");
        assertThat(administrator
                        .submit("/settings/channels/mail/test", Map.of())
                        .statusCode())
                .isEqualTo(302);
        String page = administrator.get("/settings/channels").body();
        assertThat(page).contains("kept in the local mailbox", "@example.com was taken", "local:");
        assertThat(administrator.get("/messages/mailbox").body()).contains("Bellrope can send mail");
    }

    @Test
    void aWebhookIsSubscribedTriedPausedAndRemoved() {
        String url = "http://localhost:" + app.port() + "/nobody";
        HttpResponse<String> made = administrator.submit(
                "/settings/channels/webhooks", Map.of("url", url, "kinds", "escalation.opened,escalation.closed"));
        assertThat(made.body()).contains("value=\"whsec_", "<dd>escalation.opened, escalation.closed</dd>");
        String id = one(made.body(), "id=\"webhook-([0-9a-f-]{36})\"");
        String address = "/settings/channels/webhooks/" + id;
        administrator.submit(address + "/test", Map.of());
        assertThat(app.client()
                        .sql("select kind from webhook_delivery")
                        .query(String.class)
                        .list())
                .containsExactly("test");
        assertThat(administrator.get("/settings/channels").body())
                .contains(">test</span>")
                .doesNotContain("whsec_");
        administrator.submit(address + "/use", Map.of("inUse", "false"));
        assertThat(administrator.get("/settings/channels").body()).contains("paused", "Resume");
        administrator.submit(address + "/removal", Map.of());
        assertThat(administrator.get("/settings/channels").body()).contains("No program is told by webhook");
        assertThat(acts("localhost")).containsExactly("webhook subscribed", "webhook paused", "webhook removed");

        assertThat(administrator
                        .submit("/settings/channels/webhooks", Map.of("url", "ftp://x.example", "kinds", ""))
                        .body())
                .contains("begins with https:// or http://", "value=\"ftp://x.example\"");
        assertThat(administrator
                        .submit("/settings/channels/webhooks", Map.of("url", url, "kinds", "escalation.close"))
                        .body())
                .contains("There is no event type", "did you mean 'escalation.closed'?", "value=\"" + url + "\"");
    }

    @Test
    void theFormOffersEveryTypeOfEventsAndSaysWhenItHappens() {
        String page = administrator.get("/settings/channels").body();
        assertThat(EventTypes.list())
                .allSatisfy(type -> assertThat(page)
                        .contains(
                                "name=\"kinds\" value=\"" + type + "\"",
                                "<small>" + EventTypes.when(type) + "</small>"));
    }

    @Test
    void anAddressThatGetsNothingIsLifted() {
        app.get(Messages.class).bounced("joe@acme.example", "no such mailbox");
        assertThat(administrator.get("/settings/channels").body()).contains("no such mailbox");
        administrator.submit("/settings/channels/suppressed/lifting", Map.of("address", "joe@acme.example"));
        assertThat(app.get(Messages.class).listSuppressed()).isEmpty();
        assertThat(acts("joe@acme.example")).containsExactly("address lifted");
    }

    @Test
    void eachSampleThatCanBeCopiedIsUnderstood() {
        for (String product : List.of("alertmanager", "jira", "pagerduty", "statuspage")) {
            String page =
                    administrator.get("/settings/intake?product=" + product).body();
            String sample = one(page, "(?s)-d '(.*?)'</pre>");
            HttpResponse<String> heard =
                    administrator.post("/api/v1/webhooks/" + product, sample, "X-CSRF-TOKEN", administrator.csrf());
            assertThat(heard.statusCode())
                    .as(product + " " + sample + heard.body())
                    .isEqualTo(202);
            assertThat(administrator.get("/settings/intake?product=" + product).body())
                    .as(product)
                    .contains("</strong> " + (product.equals("jira") ? "Nobody can pay" : "Checkout is down"));
        }
        assertThat(administrator.get("/settings/intake").body()).contains("alertmanager", "no name", "signal waits");
    }

    @Test
    void aSecretIsSetAndNeverShown() {
        Map<String, String> source = Map.of("product", "jira", "name", "berlin");
        administrator.submit(
                "/settings/intake/secret",
                Map.of("product", "jira", "name", "berlin", "scheme", "hub", "secret", "long-enough-secret"));
        String page =
                administrator.get("/settings/intake?product=jira&name=berlin").body();
        assertThat(page).contains("jira/berlin", english("intake.signs")).doesNotContain("long-enough-secret");
        administrator.submit("/settings/intake/secret/removal", source);
        assertThat(administrator
                        .submit("/settings/intake/rules", Map.of("product", "jira", "name", "berlin", "rules", "{}"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(acts("jira/berlin")).containsExactly("intake secret set", "intake secret removed");
    }

    @Test
    void aboutSaysWhatRunsAndNoPassword() {
        String page = administrator.get("/settings/about").body();
        assertThat(page)
                .contains("PostgreSQL", english("about.up"), english("about.migrations"))
                .contains(app.database()
                        .url()
                        .replaceFirst("jdbc:postgresql://", "")
                        .replaceFirst("\\?.*", ""))
                .doesNotContain("password");
        try (Visitor agent = Visitor.signedIn(app, Role.AGENT)) {
            assertThat(agent.get("/settings/about").body()).doesNotContain("<dt>Database</dt>");
            assertThat(agent.get("/settings/channels").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void theRouterProposesSomebodyElseWithItsReasonsAndTheRoleChangesHands() {
        String key = "ESC-1001";
        String owner = app.get(Escalations.class)
                .find(key)
                .orElseThrow()
                .state()
                .findOwner()
                .orElseThrow();
        assertThat(administrator.get("/people").body()).contains(key + " ACME", "href=\"/people/" + owner + "\"");
        assertThat(administrator.get("/people/" + owner).body())
                .contains("/people/" + owner + "/reassignment/" + key + "?role=owner");
        String address = "/people/" + owner + "/reassignment/" + key;
        assertThat(administrator.get(address + "?role=owner").body())
                .as("who may not assign is told so before they choose")
                .contains("may not assign");
        String proposed;
        try (Visitor manager = Visitor.signedIn(app, Role.MANAGER, "eva")) {
            String page = manager.get(address + "?role=owner").body();
            assertThat(page).contains("The router proposes:", "left out on request");
            assertThat(app.get(Escalations.class)
                            .find(key)
                            .orElseThrow()
                            .state()
                            .findOwner())
                    .as("nothing has happened yet")
                    .hasValue(owner);
            proposed = one(page, "name=\"person\" value=\"([a-z]+)\" checked");
            assertThat(proposed).isNotEqualTo(owner);
            Map<String, String> typed = Map.of(
                    "role",
                    "owner",
                    "person",
                    proposed,
                    "reason",
                    "too much",
                    "seen",
                    one(page, "name=\"seen\" value=\"(\\d+)\""));
            HttpResponse<String> done = manager.submit(address, typed);
            assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
        }
        assertThat(app.get(Escalations.class).find(key).orElseThrow().state().findOwner())
                .hasValue(proposed);
        assertThat(administrator.get(address + "?role=owner").body()).contains("holds no such role");
    }

    @Test
    void anAbsenceIsEnteredAndEnded() {
        administrator.submit(
                "/people/absences",
                Map.of("person", "vic", "from", "2026-03-01", "until", "2026-03-20", "reason", "Skiing"));
        String page = administrator.get("/people/vic").body();
        assertThat(page).contains("away", "Skiing");
        assertThat(administrator.get("/people").body()).contains("Skiing");
        administrator.submit("/people/absences/end", Map.of("person", "vic", "id", "2026-03-01"));
        CLOCK.advance(Duration.ofSeconds(1));
        assertThat(administrator.get("/people/vic").body())
                .doesNotContain("Skiing")
                .contains("working");

        administrator.submit("/people/absences", Map.of("person", "vic", "from", "2026-04-20", "until", "2026-04-01"));
        assertThat(administrator.get("/people/vic").body()).contains("Nothing was entered", "must be after");
    }
}
