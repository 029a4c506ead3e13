package dev.bellrope.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.database.TestDatabase;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.app.story.KafkaBroker;
import dev.bellrope.app.story.Node;
import dev.bellrope.app.story.Until;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Three processes on one PostgreSQL and one Kafka. Signals come through Kafka, some of them twice and some unreadable; one node is
 * killed while it reads, and Kafka is killed and started again while events are on their way to it. Afterwards nothing is missing,
 * nothing took effect twice, and the events of every escalation are in Kafka in their order.
 */
@Tag("nodes")
class ThreeNodesOnKafkaTest {
    private static final long SEED = 11;
    private static final int SIGNALS = 180;
    private static final int ACCOUNTS = 12;
    private static final int REPEATED = 30;
    private static final int POISON = 15;
    private static final Duration BOUND = Duration.ofMinutes(2);

    /** Clocks that strike within seconds, so that there are events while Kafka is away. */
    private static final String PLAYBOOK = """
            playbook: three-nodes
            format: v1
            purpose: To come due fast.
            owner: nobody
            targets:
              acknowledge: { S1: 5s, S2: 5s, S3: 5s, S4: 5s, warn: ["50%", "75%"] }
              plan:        { S1: 9s, S2: 9s, S3: 9s, warn: ["40%", "75%"] }
              update:      { S1: 13s, S2: 13s, S3: 13s, S4: 13s, warn: ["50%", "75%"], repeats: false }
              resolve:     { S1: 17s, S2: 17s, S3: 17s, S4: 17s, warn: ["60%", "75%"] }
              calendar:    always
            """;

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient client = database.client();

    @TempDir
    private Path folder;

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void T52_T68_T77_eachSignalTakesEffectOnceAndEventsKeepTheirOrderWhileANodeAndKafkaAreKilled() throws Exception {
        prepare();
        List<ProducerRecord<String, byte[]>> messages = messages();
        List<ProducerRecord<String, byte[]>> first = messages.subList(0, messages.size() / 2);
        List<ProducerRecord<String, byte[]>> second = messages.subList(messages.size() / 2, messages.size());
        try (KafkaBroker broker = KafkaBroker.start(folder, Map.of("in", 6, "out", 4));
                Producer<String, byte[]> producer = producer(broker);
                Node one = node("one", broker);
                Node two = node("two", broker);
                Node three = node("three", broker)) {
            List.of(one, two, three).forEach(Node::port);
            Until.isTrue("all three read", BOUND, () -> broker.members("bellrope") == 3);

            send(first, producer);
            Until.isTrue("signals are heard", BOUND, () -> count("select count(*) from signal") > 10);
            one.kill();
            int heard = count("select count(*) from signal");

            Until.isTrue(
                    "events are published", BOUND, () -> !broker.read("out").isEmpty());
            broker.kill();
            send(second, producer);
            Until.isTrue("events wait for Kafka", BOUND, () -> count("select count(*) from feed_event") > 10);
            int waited = count("select count(*) from feed_event");
            broker.startAgain();

            Until.isTrue("all is heard", BOUND, () -> count("select count(*) from signal") == SIGNALS);
            Until.isTrue("all is done with", BOUND, () -> broker.lag("in", "bellrope") == 0);
            Until.isTrue("no clock is left to strike", BOUND, () -> alarmsWithin(Duration.ofMinutes(1)) == 0);
            Until.isTrue("all is published", BOUND, () -> count("select count(*) from feed_event") == 0);
            List<ConsumerRecord<byte[], byte[]>> published = broker.read("out");
            System.out.printf(
                    "%d signals, %d heard when a node was killed; %d events waited while Kafka was away; %d events, %d published%n",
                    SIGNALS, heard, waited, count("select count(*) from escalation_event"), published.size());
            eachSignalTookEffectOnce();
            allPoisonIsAmongTheDead(broker);
            eventsAreInOrderWithoutGaps(published);
        }
    }

    private void eachSignalTookEffectOnce() {
        assertThat(count("select count(*) from signal where state = 'handled' and attempts = 1"))
                .isEqualTo(SIGNALS);
        assertThat(count("select count(distinct (source, external_id)) from signal"))
                .isEqualTo(SIGNALS);
        // One escalation an account; of its tickets one opened it, and each of the others was attached once.
        assertThat(count("select count(*) from escalation")).isEqualTo(ACCOUNTS);
        assertThat(client.sql("""
                        select ticket
                        from escalation_event, jsonb_array_elements_text(body -> 'tickets') as ticket
                        where name = 'opened'
                        union all
                        select body ->> 'ticket' from escalation_event where name = 'ticket-attached'
                        """).query(String.class).list()).hasSize(SIGNALS).doesNotHaveDuplicates();
        assertThat(count("select count(*) from strike"))
                .isEqualTo(count("select count(*) from (select distinct kind, key, step, cycle from strike) as one"));
    }

    private void allPoisonIsAmongTheDead(KafkaBroker broker) {
        List<String> sent = broker.read("in").stream()
                .filter(one -> new String(one.key(), StandardCharsets.UTF_8).equals("poison"))
                .map(one -> one.partition() + " " + one.offset())
                .toList();
        List<ConsumerRecord<byte[], byte[]>> dead = broker.read("in.dead");
        assertThat(sent).hasSize(POISON);
        assertThat(dead.stream()
                        .map(one -> KafkaBroker.header(one, "bellrope-partition") + " "
                                + KafkaBroker.header(one, "bellrope-offset"))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(sent);
        assertThat(dead)
                .allSatisfy(one ->
                        assertThat(KafkaBroker.header(one, "bellrope-why")).startsWith("The body is no JSON text"));
        assertThat(client.sql("select partition || ' ' || position from unreadable_message")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(sent);
    }

    /** One that is there twice was repeated, and says the same. */
    private void eventsAreInOrderWithoutGaps(List<ConsumerRecord<byte[], byte[]>> published) {
        Map<String, String> bodies = new LinkedHashMap<>();
        Map<String, List<String>> order = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> one : published) {
            CloudEvent event = KafkaMessageFactory.createReader(one).toEvent();
            String body = new String(one.value(), StandardCharsets.UTF_8);
            assertThat(new String(one.key(), StandardCharsets.UTF_8)).isEqualTo(event.getSubject());
            String before = bodies.putIfAbsent(event.getId(), body);
            if (before == null) {
                order.computeIfAbsent(event.getSubject(), key -> new ArrayList<>())
                        .add(event.getId());
            } else {
                assertThat(body).isEqualTo(before);
            }
        }
        assertThat(order).hasSize(ACCOUNTS);
        assertThat(order)
                .allSatisfy((escalation, ids) -> assertThat(ids)
                        .containsExactlyElementsOf(client.sql("""
                        select escalation || '-' || sequence from escalation_event
                        where escalation = :escalation order by sequence
                        """)
                                .param("escalation", escalation)
                                .query(String.class)
                                .list()));
    }

    /** In an order that the seed gives: every signal once, some once more somewhere behind it, and the poison. */
    private static List<ProducerRecord<String, byte[]>> messages() {
        Random random = new Random(SEED);
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        for (int number = 0; number < SIGNALS; number++) {
            messages.add(signal(number));
        }
        Collections.shuffle(messages, random);
        for (int number = 0; number < REPEATED; number++) {
            messages.add(random.nextInt(messages.size()), signal(random.nextInt(SIGNALS)));
        }
        for (int number = 0; number < POISON; number++) {
            ProducerRecord<String, byte[]> poison = new ProducerRecord<>(
                    "in", random.nextInt(6), "poison", "{\"id\":".getBytes(StandardCharsets.UTF_8));
            poison.headers().add("content-type", "application/cloudevents+json".getBytes(StandardCharsets.UTF_8));
            messages.add(random.nextInt(messages.size()), poison);
        }
        return messages;
    }

    /** Every second one in the binary mode. */
    private static ProducerRecord<String, byte[]> signal(int number) {
        String account = "account" + number % ACCOUNTS;
        CloudEvent event = CloudEventBuilder.v1()
                .withId("s-" + number)
                .withSource(URI.create("desk"))
                .withType("slo.missed")
                .withSubject("t-" + number)
                .withExtension("account", account)
                .withData("application/json", """
                        {"title": "Nobody can pay", "share_of_users": 0.9}""".getBytes(StandardCharsets.UTF_8))
                .build();
        return number % 2 == 0
                ? KafkaMessageFactory.<String>createWriter("in", account).writeBinary(event)
                : KafkaMessageFactory.<String>createWriter("in", account)
                        .writeStructured(event, "application/cloudevents+json");
    }

    private static void send(List<ProducerRecord<String, byte[]>> messages, Producer<String, byte[]> producer) {
        for (ProducerRecord<String, byte[]> message : messages) {
            Future<?> _ = producer.send(message);
        }
    }

    private static Producer<String, byte[]> producer(KafkaBroker broker) {
        // While no broker is there, it keeps what it knows of the topic: it would else wait a minute for each message.
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.servers(),
                        "delivery.timeout.ms",
                        120_000,
                        "metadata.recovery.strategy",
                        "none"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private Node node(String name, KafkaBroker broker) throws Exception {
        return Node.start(
                name,
                folder,
                database,
                URI.create("local:mailbox"),
                "--kafka.servers=" + broker.servers(),
                "--kafka.signals-topic=in",
                "--kafka.events-topic=out");
    }

    private void prepare() {
        try (RunningApp app = RunningApp.with(Clock.systemUTC()).on(database).share()) {
            SmallCompany.moveInto(app);
            app.get(Playbooks.class).publish(PLAYBOOK, "test", "");
            SmallCompany.addAccounts(app, ACCOUNTS);
        }
    }

    private int alarmsWithin(Duration time) {
        return client.sql("select count(*) from alarm where at < :then")
                .param("then", OffsetDateTime.now(ZoneOffset.UTC).plus(time))
                .query(Integer.class)
                .single();
    }

    private int count(String sql) {
        return client.sql(sql).query(Integer.class).single();
    }
}
