package dev.bellrope.app.story;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** An Apache Kafka in a process of its own, broker and controller in one, which can be killed and started again with what it kept. */
public final class KafkaBroker implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);

    private final Path folder;
    private final int port;
    private Process process;

    private KafkaBroker(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** One that answers, with those topics; a topic that is not among them it makes when it is asked for, with one partition. */
    public static KafkaBroker start(Path folder, Map<String, Integer> partitions) throws Exception {
        int port = freePort();
        Files.writeString(
                folder.resolve("kafka.properties"), """
                process.roles=broker,controller
                node.id=1
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                controller.quorum.voters=1@127.0.0.1:%2$d
                log.dirs=%3$s
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=3
                group.initial.rebalance.delay.ms=0
                """.formatted(port, freePort(), folder.resolve("kafka-data")));
        // Kafka tells all it does, and logback would write it.
        Files.writeString(folder.resolve("kafka-logback.xml"), """
                <configuration><root level="warn"/></configuration>
                """);
        run(
                        folder,
                        "kafka.tools.StorageTool",
                        "format",
                        "--cluster-id",
                        "5L6g3nShT-eMCtK--X86sw",
                        "--config",
                        folder.resolve("kafka.properties").toString())
                .waitFor();
        KafkaBroker broker = new KafkaBroker(folder, port, serve(folder));
        broker.awaitAnswer();
        try (Admin admin = broker.admin()) {
            admin.createTopics(partitions.entrySet().stream()
                            .map(one -> new NewTopic(one.getKey(), one.getValue(), (short) 1))
                            .toList())
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
        return broker;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static Process serve(Path folder) throws IOException {
        return run(folder, "kafka.Kafka", folder.resolve("kafka.properties").toString());
    }

    private static Process run(Path folder, String program, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=" + folder.resolve("kafka-logback.xml"),
                "-cp",
                Node.absoluteClassPath(),
                program));
        words.addAll(List.of(arguments));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("kafka.log").toFile()))
                .start();
    }

    private void awaitAnswer() {
        Until.isTrue("Kafka answers: " + log(), START, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("Kafka ended: " + log());
            }
            try (Admin admin = admin()) {
                return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
            } catch (ExecutionException | TimeoutException notYet) {
                return false;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError(interrupted);
            }
        });
    }

    public String servers() {
        return "127.0.0.1:" + port;
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", servers(), "request.timeout.ms", 3_000));
    }

    /** As {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    /** With what it had kept, at the same address. */
    public void startAgain() throws IOException {
        process = serve(folder);
        awaitAnswer();
    }

    /** All that a topic holds, partition by partition in its order. */
    public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers(), "auto.offset.reset", "earliest", "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
            return all;
        }
    }

    /** How many read as that group. */
    public int members(String group) {
        try (Admin admin = admin()) {
            return admin.describeConsumerGroups(List.of(group))
                    .describedGroups()
                    .get(group)
                    .get(30, TimeUnit.SECONDS)
                    .members()
                    .size();
        } catch (ExecutionException | TimeoutException notYet) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** How many messages of a topic a group has not told to be done with. */
    public long lag(String topic, String group) {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetAndMetadata> told = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(30, TimeUnit.SECONDS);
            Map<TopicPartition, OffsetSpec> newest = new LinkedHashMap<>();
            admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(30, TimeUnit.SECONDS)
                    .get(topic)
                    .partitions()
                    .forEach(one -> newest.put(new TopicPartition(topic, one.partition()), OffsetSpec.latest()));
            return admin.listOffsets(newest).all().get(30, TimeUnit.SECONDS).entrySet().stream()
                    .mapToLong(end -> end.getValue().offset()
                            - (told.get(end.getKey()) == null
                                    ? 0
                                    : told.get(end.getKey()).offset()))
                    .sum();
        } catch (ExecutionException | TimeoutException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** The text of a header; empty: it has none. */
    public static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    public String log() {
        try {
            return Files.readString(folder.resolve("kafka.log"));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
