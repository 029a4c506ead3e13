package dev.bellrope.app.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code users}. */
@Repository
class UserTable {
    private final JdbcClient client;

    UserTable(JdbcClient client) {
        this.client = client;
    }

    void insert(User user, String createdBy) {
        client.sql("""
                        insert into users (user_id, sign_in_name, name, email, person_id, role, password_hash, zone,
                            created_at, created_by)
                        values (:id, :signInName, :name, :email, :personId, :role, :passwordHash, :zone,
                            :createdAt, :createdBy)
                        """)
                .param("id", user.id())
                .param("signInName", user.signInName())
                .param("name", user.name())
                .param("email", user.email())
                .param("personId", user.personId())
                .param("role", user.role().word())
                .param("passwordHash", user.passwordHash().orElse(null))
                .param("zone", user.zone().getId())
                .param("createdAt", user.createdAt().atOffset(ZoneOffset.UTC))
                .param("createdBy", createdBy)
                .update();
    }

    /** Waits for the lock, and holds it until the transaction ends. */
    void lock() {
        client.sql("lock table users in share row exclusive mode").update();
    }

    boolean isEmpty() {
        return client.sql("select not exists (select 1 from users)")
                .query(Boolean.class)
                .single();
    }

    Optional<User> find(UUID id) {
        return client.sql("""
                        select user_id, sign_in_name, name, email, person_id, role, password_hash, zone, created_at,
                            disabled_at, disabled_by
                        from users where user_id = :id
                        """).param("id", id).query(UserTable::user).optional();
    }

    Optional<User> findByName(String signInName) {
        return client.sql("""
                        select user_id, sign_in_name, name, email, person_id, role, password_hash, zone, created_at,
                            disabled_at, disabled_by
                        from users where sign_in_name = :signInName
                        """)
                .param("signInName", signInName)
                .query(UserTable::user)
                .optional();
    }

    List<User> list() {
        return client.sql("""
                        select user_id, sign_in_name, name, email, person_id, role, password_hash, zone, created_at,
                            disabled_at, disabled_by
                        from users order by disabled_at nulls first, name, user_id
                        """).query(UserTable::user).list();
    }

    void setPassword(UUID id, String hash) {
        client.sql("update users set password_hash = :hash where user_id = :id")
                .param("hash", hash)
                .param("id", id)
                .update();
    }

    void setZone(UUID id, ZoneId zone) {
        client.sql("update users set zone = :zone where user_id = :id and zone <> :zone")
                .param("zone", zone.getId())
                .param("id", id)
                .update();
    }

    void change(UUID id, String personId, Role role) {
        client.sql("update users set person_id = :person, role = :role where user_id = :id")
                .param("person", personId)
                .param("role", role.word())
                .param("id", id)
                .update();
    }

    void disable(UUID id, Instant at, String by) {
        client.sql("""
                        update users set disabled_at = :at, disabled_by = :by
                        where user_id = :id and disabled_at is null
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("id", id)
                .update();
    }

    void enable(UUID id) {
        client.sql("update users set disabled_at = null, disabled_by = null where user_id = :id")
                .param("id", id)
                .update();
    }

    private static User user(ResultSet row, int number) throws SQLException {
        return new User(
                row.getObject("user_id", UUID.class),
                row.getString("sign_in_name"),
                row.getString("name"),
                row.getString("email"),
                row.getString("person_id"),
                Role.of(row.getString("role")),
                Optional.ofNullable(row.getString("password_hash")),
                ZoneId.of(row.getString("zone")),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("disabled_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("disabled_by")));
    }
}
