package dev.bellrope.app.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code api_tokens}. */
@Repository
class TokenTable {
    private final JdbcClient client;

    TokenTable(JdbcClient client) {
        this.client = client;
    }

    void insert(Tokens.Token token, byte[] hash) {
        client.sql("""
                        insert into api_tokens (token_id, name, role, scopes, token_hash, ending, created_at, created_by,
                            expires_at)
                        values (:id, :name, :role, :scopes, :hash, :ending, :createdAt, :createdBy, :expiresAt)
                        """)
                .param("id", token.id())
                .param("name", token.name())
                .param("role", token.role().word())
                .param("scopes", token.scopes().stream().map(Scope::word).toArray(String[]::new))
                .param("hash", hash)
                .param("ending", token.ending())
                .param("createdAt", token.createdAt().atOffset(ZoneOffset.UTC))
                .param("createdBy", token.createdBy())
                .param(
                        "expiresAt",
                        token.expiresAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .update();
    }

    Optional<Tokens.Token> find(byte[] hash) {
        return client.sql("""
                        select token_id, name, role, scopes, ending, created_at, created_by, expires_at, last_used_at,
                            revoked_at
                        from api_tokens where token_hash = :hash
                        """).param("hash", hash).query(TokenTable::token).optional();
    }

    Optional<Tokens.Token> find(UUID id) {
        return client.sql("""
                        select token_id, name, role, scopes, ending, created_at, created_by, expires_at, last_used_at,
                            revoked_at
                        from api_tokens where token_id = :id
                        """).param("id", id).query(TokenTable::token).optional();
    }

    List<Tokens.Token> list() {
        return client.sql("""
                        select token_id, name, role, scopes, ending, created_at, created_by, expires_at, last_used_at,
                            revoked_at
                        from api_tokens order by revoked_at nulls first, token_id desc
                        """).query(TokenTable::token).list();
    }

    void noteUse(UUID id, Instant at) {
        client.sql("update api_tokens set last_used_at = :at where token_id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void revoke(UUID id, Instant at, String by) {
        client.sql("""
                        update api_tokens set revoked_at = :at, revoked_by = :by
                        where token_id = :id and revoked_at is null
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("id", id)
                .update();
    }

    private static Tokens.Token token(ResultSet row, int number) throws SQLException {
        Set<Scope> scopes = Arrays.stream((String[]) row.getArray("scopes").getArray())
                .map(Scope::of)
                .collect(Collectors.toSet());
        return new Tokens.Token(
                row.getObject("token_id", UUID.class),
                row.getString("name"),
                Role.of(row.getString("role")),
                scopes,
                row.getString("ending"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                at(row, "expires_at"),
                at(row, "last_used_at"),
                at(row, "revoked_at"));
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
