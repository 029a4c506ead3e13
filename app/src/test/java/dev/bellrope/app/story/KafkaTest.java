package dev.bellrope.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.intake.kafka.UnreadableMessage;
import dev.bellrope.app.intake.kafka.UnreadableMessages;
import dev.bellrope.app.messages.events.EventSchema;
import dev.bellrope.app.messages.events.PublishedSchema;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** One node that reads signals from a real Kafka and writes events to it. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("nodes")
class KafkaTest {
    private static final Duration BOUND = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static KafkaBroker broker;
    private static RunningApp app;
    private static Producer<String, byte[]> producer;

    @BeforeAll
    static void start() throws Exception {
        broker = KafkaBroker.start(folder, Map.of("in", 1, "out", 3));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.servers()), new StringSerializer(), new ByteArraySerializer());
        app = RunningApp.with(SettableClock.at("2026-03-06T15:30:00Z"))
                .kafka(broker.servers(), "in", "out")
                .start();
        SmallCompany.moveInto(app);
    }

    @AfterAll
    static void stop() {
        app.close();
        producer.close(Duration.ZERO);
        broker.close();
    }

    @Test
    void bothModesAreHeardOnceAndUnknownAccountsWaitAsOverHttp() throws Exception {
        send(structured("s-1", "acme"));
        send(structured("s-1", "acme"));
        ProducerRecord<String, byte[]> binary =
                KafkaMessageFactory.<String>createWriter("in", "acme").writeBinary(event("b-1", "acme"));
        send(binary);
        send(structured("s-2", "nobody"));
        awaitAllTaken();

        assertThat(state("s-1")).isEqualTo("handled 1");
        assertThat(state("b-1")).isEqualTo("handled 1");
        assertThat(state("s-2")).isEqualTo("unmapped 1");
        assertThat(app.client()
                        .sql("select summary || ' ' || ticket from signal where external_id = 'b-1'")
                        .query(String.class)
                        .single())
                .isEqualTo("Größer als gedacht t-b-1");
    }

    @Test
    void everyEventIsACloudEventOfTheTopicInOrder() throws Exception {
        send(structured("e-1", "acme"));
        awaitAllTaken();
        Until.isTrue("all is published", BOUND, () -> count("select count(*) from feed_event") == 0);

        List<String> happened = app.client()
                .sql(
                        "select escalation || '-' || sequence || ' ' || name from escalation_event order by escalation, sequence")
                .query(String.class)
                .list();
        List<CloudEvent> events = broker.read("out").stream()
                .map(one -> KafkaMessageFactory.createReader(one).toEvent())
                .sorted(Comparator.comparing(CloudEvent::getSubject))
                .toList();
        assertThat(events.stream().map(KafkaTest::idAndName)).isNotEmpty().containsExactlyElementsOf(happened);
        assertThat(events.getFirst().getType()).isEqualTo("escalation.opened");
        assertThat(events.getFirst().getSource()).isEqualTo(URI.create("http://localhost"));
        understandsEveryEvent();
        assertThat(broker.read("out"))
                .allSatisfy(one -> assertThat(new String(one.key(), StandardCharsets.UTF_8))
                        .startsWith("ESC-"));
    }

    /** By the schema that is served, and by nothing else that is known of us. */
    private static void understandsEveryEvent() throws Exception {
        PublishedSchema schema;
        try (Visitor stranger = Visitor.stranger(app)) {
            schema = PublishedSchema.of(stranger.get(EventSchema.PATH).body());
        }
        List<JsonNode> understood = broker.read("out").stream()
                .map(one -> schema.understand(new String(one.value(), StandardCharsets.UTF_8)))
                .toList();
        assertThat(understood).allSatisfy(event -> {
            assertThat(event.at("/data/account").asString()).isEqualTo("acme");
            assertThat(event.at("/data/escalation").asString())
                    .isEqualTo(event.path("subject").asString());
            assertThat(event.at("/data/url").asString())
                    .isEqualTo("http://localhost/escalations/"
                            + event.path("subject").asString());
        });
        assertThat(understood)
                .filteredOn(event -> event.path("type").asString().equals("escalation.opened"))
                .isNotEmpty()
                .allSatisfy(opened -> {
                    assertThat(opened.at("/data/sequence").intValue()).isOne();
                    assertThat(opened.at("/data/status").asString()).isEqualTo("active");
                    assertThat(opened.at("/data/details/assessment/severity").asString())
                            .isEqualTo(opened.at("/data/severity").asString());
                    assertThat(opened.at("/data/details/playbook").asString())
                            .isEqualTo(opened.at("/data/playbook").asString());
                });
    }

    /** By the header of the message, or by the event itself; it goes out with whatever follows from the signal. */
    @Test
    void theTraceOfASignalIsThatOfItsEvents() throws Exception {
        String byHeader = "4bf92f3577b34da6a3ce929d0e0e4736";
        String byEvent = "11112222333344445555666677778888";
        ProducerRecord<String, byte[]> message = structured("f-1", "acme");
        message.headers().add("traceparent", parent(byHeader).getBytes(StandardCharsets.UTF_8));
        send(message);
        send(KafkaMessageFactory.<String>createWriter("in", "acme")
                .writeStructured(
                        CloudEventBuilder.v1(event("f-2", "acme"))
                                .withExtension("traceparent", parent(byEvent))
                                .build(),
                        "application/cloudevents+json"));
        awaitAllTaken();
        Until.isTrue("all is published", BOUND, () -> count("select count(*) from feed_event") == 0);

        List<CloudEvent> events = broker.read("out").stream()
                .map(one -> KafkaMessageFactory.createReader(one).toEvent())
                .toList();
        for (String trace : List.of(byHeader, byEvent)) {
            assertThat(events.stream().filter(one -> parent(trace).equals(one.getExtension("traceparent"))))
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(data(one)).contains("\"trace\":\"" + trace + "\""));
        }
        assertThat(events.stream().map(one -> one.getId() + " " + one.getExtension("traceparent")))
                .containsExactlyInAnyOrderElementsOf(app.client()
                        .sql("select escalation || '-' || sequence || ' ' || trace from escalation_event")
                        .query(String.class)
                        .list());
    }

    private static String parent(String trace) {
        return "00-" + trace + "-00f067aa0ba902b7-01";
    }

    @Test
    void whatCannotBeReadGoesToTheDeadLetterTopicIsShownAndHoldsUpNothing() throws Exception {
        send(message("poison", "no json", "content-type", "application/cloudevents+json"));
        send(message("poison", "{}"));
        send(message("poison", null, "content-type", "application/cloudevents+json"));
        send(message("poison", "x".repeat(1024 * 1024 - 200)));
        send(message("poison", "{}", "ce_specversion", "0.3", "ce_id", "1", "ce_source", "x", "ce_type", "y"));
        send(message(
                "poison",
                "{}",
                "ce_specversion",
                "1.0",
                "ce_id",
                "p",
                "ce_source",
                "x",
                "ce_type",
                "y",
                "ce_tenant",
                "a\0b"));
        send(structured("after-poison", "acme"));
        awaitAllTaken();

        assertThat(state("after-poison")).isEqualTo("handled 1");
        List<ConsumerRecord<byte[], byte[]>> dead = broker.read("in.dead");
        assertThat(dead)
                .extracting(one -> KafkaBroker.header(one, "bellrope-why"))
                .satisfiesExactly(
                        why -> assertThat(why).startsWith("The body is no JSON text"),
                        why -> assertThat(why).startsWith("This is no CloudEvent: it has neither the header"),
                        why -> assertThat(why).startsWith("The body is empty"),
                        why -> assertThat(why).startsWith("This is no CloudEvent: it has neither the header"),
                        why -> assertThat(why).startsWith("The specversion 0.3 is not accepted"),
                        why -> assertThat(why).startsWith("It cannot be kept"));
        assertThat(dead)
                .extracting(one -> KafkaBroker.header(one, "bellrope-topic"))
                .containsOnly("in");
        assertThat(dead)
                .extracting(one -> KafkaBroker.header(one, "bellrope-offset"))
                .doesNotHaveDuplicates();
        assertThat(new String(dead.get(1).value(), StandardCharsets.UTF_8)).isEqualTo("{}");
        assertThat(new String(dead.get(1).key(), StandardCharsets.UTF_8)).isEqualTo("poison");

        UnreadableMessages unreadable = app.get(UnreadableMessages.class);
        assertThat(unreadable.list(50)).hasSize(6);
        try (Visitor person = Visitor.signedIn(app, Role.MANAGER);
                Visitor prometheus = Visitor.withToken(app, Scope.READ)) {
            assertThat(person.get("/signals").body()).contains("cannot be read", "no json", "The specversion 0.3");
            assertThat(prometheus.get("/actuator/prometheus").body()).contains("bellrope_kafka_unreadable 6.0");
            assertThat(person.get("/actuator/health").statusCode()).isEqualTo(200);
        }
        UnreadableMessage one = unreadable.list(1).getFirst();
        unreadable.dismiss(one.id(), "ana");
        assertThat(unreadable.list(50)).hasSize(5).doesNotContain(one);
    }

    /** What the database cannot do at present is no fault of the message. */
    @Test
    void aMessageWaitsForTheDatabaseAndIsNeitherPassedOverNorDead(CapturedOutput log) throws Exception {
        int before = count("select count(*) from unreadable_message");
        app.client().sql("alter table signal rename to signal_away").update();
        try {
            send(structured("w-1", "acme"));
            send(structured("w-2", "acme"));
            Until.isTrue("it is tried", BOUND, () -> log.getOut().contains("Signals from Kafka wait"));
            assertThat(broker.lag("in", "bellrope")).isEqualTo(2);
            assertThat(count("select count(*) from signal_away where external_id in ('w-1', 'w-2')"))
                    .isZero();
        } finally {
            app.client().sql("alter table signal_away rename to signal").update();
        }
        awaitAllTaken();
        assertThat(state("w-1")).isEqualTo("handled 1");
        assertThat(state("w-2")).isEqualTo("handled 1");
        assertThat(count("select count(*) from unreadable_message")).isEqualTo(before);
    }

    private static String data(CloudEvent event) {
        return new String(event.getData().toBytes(), StandardCharsets.UTF_8);
    }

    private static String idAndName(CloudEvent event) {
        return event.getId() + " " + event.getType().replace("escalation.", "");
    }

    private static void awaitAllTaken() {
        Until.isTrue("all is taken", BOUND, () -> broker.lag("in", "bellrope") == 0);
    }

    private static String state(String id) {
        return app.client()
                .sql("select state || ' ' || attempts from signal where external_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private static int count(String sql) {
        return app.client().sql(sql).query(Integer.class).single();
    }

    private static void send(ProducerRecord<String, byte[]> message) throws Exception {
        producer.send(message).get(30, TimeUnit.SECONDS);
    }

    private static ProducerRecord<String, byte[]> structured(String id, String account) {
        return KafkaMessageFactory.<String>createWriter("in", account)
                .writeStructured(event(id, account), "application/cloudevents+json");
    }

    private static CloudEvent event(String id, String account) {
        return CloudEventBuilder.v1()
                .withId(id)
                .withSource(URI.create("desk"))
                .withType("ticket.opened")
                .withSubject("t-" + id)
                .withExtension("account", account)
                .withData("application/json", """
                        {"summary": "Größer als gedacht", "priority": "urgent", "product": "api", "tags": ["payments"]}""".getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static ProducerRecord<String, byte[]> message(String key, @Nullable String body, String... headers) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>("in", key, body == null ? null : body.getBytes(StandardCharsets.UTF_8));
        for (int index = 0; index < headers.length; index += 2) {
            message.headers().add(headers[index], headers[index + 1].getBytes(StandardCharsets.UTF_8));
        }
        return message;
    }
}
