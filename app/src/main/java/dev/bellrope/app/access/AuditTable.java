package dev.bellrope.app.access;

import dev.bellrope.app.database.Replica;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code audit_entries}. */
@Repository
class AuditTable {
    private final JdbcClient client;
    private final Replica replica;
    private final JsonMapper json;

    AuditTable(JdbcClient client, Replica replica, JsonMapper json) {
        this.client = client;
        this.replica = replica;
        this.json = json;
    }

    void insert(
            Instant at,
            String actorId,
            String actor,
            String act,
            String subject,
            Map<String, ?> detail,
            String address) {
        client.sql("""
                        insert into audit_entries (at, actor_id, actor, act, subject, detail, address)
                        values (:at, :actorId, :actor, :act, :subject, cast(:detail as jsonb), :address)
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actorId", actorId)
                .param("actor", actor)
                .param("act", act)
                .param("subject", subject)
                .param("detail", json.writeValueAsString(detail))
                .param("address", address)
                .update();
    }

    List<String> listActs() {
        return replica.read(read -> read.sql("select distinct act from audit_entries order by act")
                .query((row, number) -> row.getString("act"))
                .list());
    }

    List<Audit.AuditEntry> list(Audit.AuditFilter filter, long before, int limit) {
        return replica.read(read -> read.sql("""
                        select entry_id, at, actor_id, actor, act, subject, detail::text as detail, address
                        from audit_entries
                        where entry_id < :before
                            and (:actor = '' or actor = :actor)
                            and (:act = '' or act = :act)
                            and (:subject = '' or position(lower(:subject) in lower(subject)) > 0)
                        order by entry_id desc limit :limit
                        """)
                .param("actor", filter.actor())
                .param("act", filter.act())
                .param("subject", filter.subject())
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> new Audit.AuditEntry(
                        row.getLong("entry_id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor_id"),
                        row.getString("actor"),
                        row.getString("act"),
                        row.getString("subject"),
                        row.getString("detail"),
                        row.getString("address")))
                .list());
    }
}
