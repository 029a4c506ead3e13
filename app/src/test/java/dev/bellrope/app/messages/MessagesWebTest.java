package dev.bellrope.app.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.access.AtWork;
import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.app.messages.events.EventSchema;
import dev.bellrope.app.messages.events.EventTypes;
import dev.bellrope.app.messages.events.PublishedEvent;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.message.Recipient;
import dev.bellrope.core.playbook.Severity;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running application: wired, its threads sending, its pages and its JSON. */
class MessagesWebTest {
    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private static final SettableClock CLOCK = SettableClock.at("2026-03-06T15:30:00Z");

    @SuppressWarnings("NullAway.Init")
    private static RunningApp app;

    @SuppressWarnings("NullAway.Init")
    private static MockMvcTester web;

    @BeforeAll
    static void start() {
        SERVER.start();
        app = RunningApp.with(CLOCK)
                .smtp(URI.create("smtp://127.0.0.1:" + SERVER.getSmtp().getPort()))
                .setting("bellrope.mail.from", "help@bells.example")
                .setting("bellrope.webhooks.allow-private", "true")
                .start();
        WebApplicationContext context =
                Objects.requireNonNull(app.get(DispatcherServlet.class).getWebApplicationContext());
        web = MockMvcTester.create(MockMvcBuilders.webAppContextSetup(context).build());
    }

    @AfterAll
    static void stop() {
        app.close();
        SERVER.stop();
    }

    @Test
    void whatIsEnqueuedCanBeReadInTheInboxAndWhatHasNoAddressCanBeSentAgainOrDiscarded() throws Exception {
        enqueue("bob", "ESC-7");
        enqueue("bob", "ESC-8");
        until("select count(*) = 2 from outbox where recipient = 'person:bob' and state = 'dead'");

        String inbox = get("/api/v1/inbox", "bob");
        assertThat(inbox).contains("\"escalation\":\"ESC-7\"", "\"escalation\":\"ESC-8\"");
        assertThat(get("/api/v1/inbox", "ana")).doesNotContain("ESC-7");
        assertThat(get("/api/v1/messages?state=dead", "bob")).contains("nobody is known as person:bob");
        assertThat(get("/api/v1/messages?state=sent", "bob")).doesNotContain("ESC-7");
        assertThat(get("/messages", "bob")).contains("nobody is known as person:bob", "Send again");
        assertThat(get("/inbox", "bob")).contains("2 not read yet", "Line 4 &lt;stands&gt; still");

        String first = id("ESC-7");
        assertThat(post("/api/v1/inbox/" + first + "/reading", "ana", "")).hasStatus(404);
        assertThat(post("/api/v1/inbox/" + first + "/reading", "bob", "")).hasStatus(204);
        assertThat(get("/inbox", "bob")).contains("1 not read yet");
        assertThat(get("/inbox?unread=true", "bob")).contains("ESC-8").doesNotContain("ESC-7");
        assertThat(web.post().uri("/inbox/reading").param("newest", first)).hasStatus3xxRedirection();
        assertThat(get("/inbox", "bob")).as("what came after the newest seen").contains("1 not read yet");
        assertThat(web.post().uri("/inbox/reading").param("newest", id("ESC-8")))
                .hasStatus3xxRedirection();
        assertThat(get("/inbox", "bob")).contains("You have read everything");

        assertThat(post("/api/v1/dead-letters/" + id("ESC-8") + "/discarding", "bob", "{\"note\":\"told by phone\"}"))
                .hasStatus(204);
        assertThat(post("/api/v1/dead-letters/" + id("ESC-8") + "/discarding", "bob", "{}"))
                .hasStatus(404);
        assertThat(get("/api/v1/messages?state=discarded", "bob")).contains("discarded by bob: told by phone");

        assertThat(post("/api/v1/dead-letters/" + first + "/resend", "bob", "")).hasStatus(204);
        assertThat(app.client()
                        .sql("select act || ' ' || person from outbox_act order by outbox_act_id")
                        .query((row, number) -> row.getString(1))
                        .list())
                .containsExactly("discarded bob", "resent bob");
        until(
                "select count(*) = 1 from outbox where escalation_key = 'ESC-7' and state = 'dead' and note like 'nobody%'");
    }

    @Test
    void aWebhookSubscriptionShowsItsSecretOnce() throws Exception {
        MvcTestResult made = post(
                "/api/v1/webhook-subscriptions",
                "ana",
                "{\"url\":\"http://127.0.0.1:1/bells\",\"kinds\":[\"escalation.acknowledged\"]}");
        assertThat(made).hasStatus(201).bodyText().contains("\"secret\":\"whsec_");
        assertThat(get("/api/v1/webhook-subscriptions", "ana"))
                .contains("/bells")
                .doesNotContain("whsec_");
        assertThat(post("/api/v1/webhook-subscriptions", "ana", "{\"url\":\"ftp://bells.example\"}"))
                .hasStatus(422);
        transaction().executeWithoutResult(status -> app.get(Messages.class).publish(List.of(acknowledged("ESC-9"))));
        until("select attempts = 1 and note like 'attempt 1%' from webhook_delivery where escalation_key = 'ESC-9'");
    }

    @Test
    void aTypeOfEventsThatThereIsNotIsRefusedWithTheNearestAndWhereItStands() {
        assertThat(
                        post(
                                "/api/v1/webhook-subscriptions",
                                "ana",
                                "{\"url\":\"http://127.0.0.1:1\",\"kinds\":[\"escalation.opened\",\"escalation.target-mised\"]}"))
                .hasStatus(422)
                .bodyText()
                .contains("did you mean 'escalation.target-missed'?", "\"pointer\":\"/kinds/1\"");
    }

    @Test
    void theDocumentOfTheApiDescribesEveryWebhookByTheSameSchema() throws Exception {
        JsonNode document = JsonMapper.shared().readTree(get("/api/v1/openapi.json", "ana"));
        assertThat(document.path("webhooks").propertyNames())
                .containsAll(EventTypes.list())
                .contains(EventTypes.TEST);
        JsonNode schemas = document.at("/components/schemas");
        EventTypes.list().forEach(type -> {
            JsonNode webhook = document.path("webhooks").path(type).path("post");
            assertThat(webhook.path("summary").asString()).isNotEmpty();
            String schema = webhook.at("/requestBody/content/application~1json/schema/$ref")
                    .asString();
            assertThat(schemas.at("/" + EventSchema.sent(type) + "/properties/type/enum/0")
                            .asString())
                    .isEqualTo(type);
            assertThat(schema).isEqualTo("#/components/schemas/" + EventSchema.sent(type));
        });
        EventSchema.definitions("#/components/schemas/").forEach((name, definition) -> {
            JsonNode expected = JsonMapper.shared().valueToTree(definition);
            for (String keyword : List.of("type", "properties", "allOf", "description")) {
                assertThat(schemas.path(name).path(keyword))
                        .as(name + " " + keyword)
                        .isEqualTo(expected.path(keyword));
            }
            assertThat(schemas.path(name).path("required").valueStream().map(JsonNode::asString))
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(expected.path("required")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList());
        });
    }

    private static PublishedEvent acknowledged(String escalation) {
        return new PublishedEvent(
                escalation,
                "acme",
                "baseline@1",
                Severity.S1,
                Status.ACTIVE,
                "L1",
                new RecordedEvent(3, CLOCK.instant(), "ana", "Ana", new Event.Acknowledged("ana"), Optional.empty()));
    }

    @Test
    void nothingIsEnqueuedOrPublishedOutsideOfATransaction() {
        assertThatThrownBy(() -> app.get(Messages.class).publish(List.of(acknowledged("ESC-1"))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theMailboxIsAPage() throws Exception {
        assertThat(get("/messages/mailbox", "ana")).contains("No mail yet");
    }

    private static void enqueue(String person, String escalation) {
        try (Post post = new Post(CLOCK.instant().toString())) {
            Message message = post.message(
                    new Recipient.Colleague(person), escalation, "customer", "title", "Line 4 <stands> still");
            transaction()
                    .executeWithoutResult(status -> app.get(Messages.class)
                            .enqueue(List.of(new Messages.MessageRequest(message, post.playbook(), Optional.empty()))));
        }
    }

    private static TransactionTemplate transaction() {
        return app.get(TransactionTemplate.class);
    }

    private static String id(String escalation) {
        return app.client()
                .sql("select message_id::text from outbox where escalation_key = :escalation")
                .param("escalation", escalation)
                .query((row, number) -> row.getString(1))
                .single();
    }

    private static String get(String path, String person) throws Exception {
        AtWork.as(person);
        MvcTestResult result = web.get().uri(path).exchange();
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString();
    }

    private static MvcTestResult post(String path, String person, String body) {
        AtWork.as(person);
        return web.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static void until(String condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!app.client()
                .sql(condition)
                .query((row, number) -> row.getBoolean(1))
                .single()) {
            assertThat(System.nanoTime()).as(condition).isLessThan(end);
            Thread.sleep(20);
        }
    }
}
