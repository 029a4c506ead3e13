package dev.bellrope.app.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The settings: the name of each, and what it accepts, in words for the operator. */
enum Setting {
    PORT("bellrope.port", "a port from 0 to 65535 (0 takes any free one)", false),
    HOME("bellrope.home", "the path of a directory that Bellrope may write to", false),
    BASE_URL("bellrope.base-url", "the http:// or https:// address that people reach Bellrope at", false),
    DATABASE_URL("bellrope.database.url", "postgresql://host:5432/name or jdbc:postgresql://host:5432/name", true),
    DATABASE_USER("bellrope.database.user", "the name of a PostgreSQL role", false),
    DATABASE_PASSWORD("bellrope.database.password", "the password of that role", true),
    DATABASE_REPLICA_URL(
            "bellrope.database.replica-url",
            "postgresql://host:5432/name or jdbc:postgresql://host:5432/name of a streaming standby",
            true),
    SMTP_URL(
            "bellrope.smtp.url",
            "smtp://host:587, smtps://user:password@host:465, or local: for a mailbox in the console",
            true),
    MAIL_FROM("bellrope.mail.from", "the address that mail comes from, bellrope@example.com", false),
    WEBHOOKS_ALLOW_PRIVATE("bellrope.webhooks.allow-private", "true to let webhooks reach private networks", false),
    ATTACHMENTS_MAX_SIZE(
            "bellrope.attachments.max-size", "the most that an attached file may have, from 1KB to 100MB", false),
    KAFKA_SERVERS("bellrope.kafka.servers", "host:9092, or several with commas, of an Apache Kafka", false),
    KAFKA_PROPERTIES(
            "bellrope.kafka.properties",
            "the path of a file of properties for clients of Kafka, such as security.protocol",
            false),
    KAFKA_SIGNALS_TOPIC("bellrope.kafka.signals-topic", "the name of the topic that signals are read from", false),
    KAFKA_EVENTS_TOPIC("bellrope.kafka.events-topic", "the name of the topic that events are written to", false),
    LOG_FORMAT("bellrope.log.format", "plain for people, json for programs", false),
    TRACING_URL(
            "bellrope.tracing.otlp-url",
            "http://host:4318/v1/traces, where an OpenTelemetry collector takes traces by HTTP",
            true);

    static final String PREFIX = "bellrope.";

    private final String key;
    private final String accepts;
    private final boolean secret;

    Setting(String key, String accepts, boolean secret) {
        this.key = key;
        this.accepts = accepts;
        this.secret = secret;
    }

    String key() {
        return key;
    }

    String accepts() {
        return accepts;
    }

    /** Whether the value is or may contain a secret, and so is never shown. */
    boolean secret() {
        return secret;
    }

    /** Returns the environment variable, such as {@code BELLROPE_BASE_URL} for {@code bellrope.base-url}. */
    String variable() {
        return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    static Optional<Setting> findKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    static Optional<Setting> findVariable(String variable) {
        return Arrays.stream(values())
                .filter(one -> one.variable().equals(variable))
                .findFirst();
    }

    static List<String> listKeys() {
        return Arrays.stream(values()).map(Setting::key).toList();
    }
}
