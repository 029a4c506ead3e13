package dev.bellrope.app.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code intake_secret}: the secrets that sources sign with. */
@Component
class IntakeSecretTable {
    private static final String FIND = """
            select scheme, secret, changed_at
            from intake_secret
            where source = :source
            """;
    private static final String SET = """
            insert into intake_secret (source, scheme, secret, changed_at)
            values (:source, :scheme, :secret, :at)
            on conflict (source) do update
            set
                scheme = excluded.scheme,
                secret = excluded.secret,
                changed_at = excluded.changed_at
            """;
    private static final String REMOVE = """
            delete from intake_secret
            where source = :source
            """;

    private final JdbcClient client;

    IntakeSecretTable(JdbcClient client) {
        this.client = client;
    }

    /** A row whose {@code toString} does not show the secret. */
    record SecretRow(SignatureScheme scheme, String secret, Instant changedAt) {
        @Override
        public String toString() {
            return "SecretRow[" + scheme + ", " + changedAt + "]";
        }
    }

    Optional<SecretRow> find(String source) {
        return client.sql(FIND)
                .param("source", source)
                .query((row, number) -> new SecretRow(
                        SignatureScheme.get(row.getString("scheme")),
                        row.getString("secret"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Lists the sources that sign, by name. */
    List<String> listSources() {
        return client.sql("select source from intake_secret order by source")
                .query((row, number) -> row.getString("source"))
                .list();
    }

    void set(String source, SignatureScheme scheme, String secret, Instant at) {
        client.sql(SET)
                .param("source", source)
                .param("scheme", scheme.word())
                .param("secret", secret)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(String source) {
        client.sql(REMOVE).param("source", source).update();
    }
}
