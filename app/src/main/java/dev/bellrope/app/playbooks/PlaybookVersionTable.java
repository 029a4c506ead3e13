package dev.bellrope.app.playbooks;

import dev.bellrope.app.playbooks.Playbooks.PlaybookVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PlaybookVersionTable {
    private static final String ALL = """
            select version, name, text, published_at, published_by, note
            from playbook_version
            order by number desc
            """;

    private static final String NEWEST = """
            select version
            from playbook_version
            order by number desc
            limit 1
            """;

    private static final String ONE = """
            select version, name, text, published_at, published_by, note
            from playbook_version
            where version = :version
            """;

    private static final String COUNT_NAMED = """
            select count(*)
            from playbook_version
            where name = :name
            """;

    private static final String LOCK = """
            lock table playbook_version in exclusive mode
            """;

    private static final String ADD = """
            insert into playbook_version (version, name, text, published_at, published_by, note)
            values (:version, :name, :text, :at, :by, :note)
            """;

    private final JdbcClient jdbc;

    PlaybookVersionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PlaybookVersion> list() {
        return jdbc.sql(ALL).query(PlaybookVersionTable::row).list();
    }

    Optional<String> findNewest() {
        return jdbc.sql(NEWEST).query((row, number) -> row.getString("version")).optional();
    }

    Optional<PlaybookVersion> find(String version) {
        return jdbc.sql(ONE)
                .param("version", version)
                .query(PlaybookVersionTable::row)
                .optional();
    }

    /** Keeps others from publishing until the transaction ends. */
    void lock() {
        jdbc.sql(LOCK).update();
    }

    int countNamed(String name) {
        return jdbc.sql(COUNT_NAMED)
                .param("name", name)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    void add(PlaybookVersion version) {
        jdbc.sql(ADD)
                .param("version", version.version())
                .param("name", version.name())
                .param("text", version.text())
                .param("at", version.publishedAt().atOffset(ZoneOffset.UTC))
                .param("by", version.publishedBy())
                .param("note", version.note())
                .update();
    }

    private static PlaybookVersion row(ResultSet row, int number) throws SQLException {
        Instant at = row.getObject("published_at", OffsetDateTime.class).toInstant();
        return new PlaybookVersion(
                row.getString("version"),
                row.getString("name"),
                row.getString("text"),
                at,
                row.getString("published_by"),
                row.getString("note"));
    }
}
