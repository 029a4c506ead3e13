package dev.bellrope.app.directory;

import dev.bellrope.app.directory.Entry.ContactEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People at accounts. */
@Component
class ContactTable implements Table<ContactEntry> {
    private static final String FIND = """
            select account_id, contact_id, name, email, channel, language, zone, position,
                revision, changed_at, changed_by, removed_at, removed_by
            from account_contact
            where account_id = :account and contact_id = :id
            """;
    private static final String LIST = """
            select account_id, contact_id, name, email, channel, language, zone, position,
                revision, changed_at, changed_by, removed_at, removed_by
            from account_contact
            order by account_id, contact_id
            """;
    private static final String PAGE = """
            select account_id, contact_id, name, email, channel, language, zone, position,
                revision, changed_at, changed_by, removed_at, removed_by
            from account_contact
            where removed_at is null
                and (account_id, contact_id) > (:account, :id)
                and (:search = '' or position(lower(:search) in lower(name || ' ' || email)) > 0)
            order by account_id, contact_id
            limit :limit
            """;
    private static final String WRITE = """
            insert into account_contact (account_id, contact_id, name, email, channel, language, zone, position,
                revision, changed_at, changed_by, removed_at, removed_by)
            values (:account, :id, :name, :email, :channel, :language, :zone, :position,
                :revision, :changedAt, :changedBy, :removedAt, :removedBy)
            on conflict (account_id, contact_id) do update
            set
                name = excluded.name,
                email = excluded.email,
                channel = excluded.channel,
                language = excluded.language,
                zone = excluded.zone,
                position = excluded.position,
                revision = excluded.revision,
                changed_at = excluded.changed_at,
                changed_by = excluded.changed_by,
                removed_at = excluded.removed_at,
                removed_by = excluded.removed_by
            """;

    private static final String OF_ACCOUNTS = """
            select account_id, contact_id, name, email, channel, language, zone, position,
                revision, changed_at, changed_by, removed_at, removed_by
            from account_contact
            where removed_at is null
                and account_id = any(:accounts)
            order by account_id, position, contact_id
            """;

    private final JdbcClient client;
    private final NamedParameterJdbcOperations batches;

    ContactTable(JdbcClient client, NamedParameterJdbcOperations batches) {
        this.client = client;
        this.batches = batches;
    }

    @Override
    public Kind kind() {
        return Kind.CONTACTS;
    }

    @Override
    public Optional<Kept<ContactEntry>> find(List<String> key) {
        return client.sql(FIND)
                .param("account", key.get(0))
                .param("id", key.get(1))
                .query(ContactTable::read)
                .optional();
    }

    @Override
    public List<Kept<ContactEntry>> list() {
        return client.sql(LIST).query(ContactTable::read).list();
    }

    @Override
    public List<Kept<ContactEntry>> page(String search, List<String> after, int limit) {
        return client.sql(PAGE)
                .param("account", after.get(0))
                .param("id", after.get(1))
                .param("search", search)
                .param("limit", limit)
                .query(ContactTable::read)
                .list();
    }

    /** The contacts of some accounts, each account's in the order in which they are told. */
    List<Kept<ContactEntry>> listOf(List<String> accounts) {
        return client.sql(OF_ACCOUNTS)
                .param("accounts", accounts.toArray(String[]::new))
                .query(ContactTable::read)
                .list();
    }

    @Override
    public void write(List<Kept<ContactEntry>> rows) {
        batches.batchUpdate(WRITE, rows.stream().map(ContactTable::parameters).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(Kept<ContactEntry> kept) {
        ContactEntry entry = kept.entry();
        return kept.parameters()
                .addValue("account", entry.key().get(0))
                .addValue("id", entry.key().get(1))
                .addValue("name", entry.name())
                .addValue("email", entry.email())
                .addValue("channel", entry.channel())
                .addValue("language", entry.language())
                .addValue("zone", entry.zone())
                .addValue("position", entry.position());
    }

    private static Kept<ContactEntry> read(ResultSet row, int number) throws SQLException {
        return Kept.read(
                new ContactEntry(
                        row.getString("account_id"),
                        row.getString("contact_id"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("channel"),
                        row.getString("language"),
                        row.getString("zone"),
                        row.getInt("position")),
                row);
    }
}
