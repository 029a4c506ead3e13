package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.Entry.ContactEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.entry.StoredEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of contacts: people at accounts. */
@Component
class ContactTable extends EntryTable<ContactEntry> {
    static final Layout LAYOUT = new Layout(
            "account_contact",
            List.of("account_id", "contact_id"),
            List.of("name", "email", "channel", "language", "zone", "position"),
            Set.of(),
            "name || ' ' || email");

    private static final String OF_ACCOUNTS = """
            where removed_at is null
                and account_id = any(:value)
            order by account_id, position, contact_id
            """;

    ContactTable(JdbcClient client, NamedParameterJdbcOperations batches) {
        super(client, batches, EntryKind.CONTACTS, LAYOUT);
    }

    /** Lists the contacts of some accounts, for each account in the order in which they are informed. */
    List<StoredEntry<ContactEntry>> listOf(List<String> accounts) {
        return list(OF_ACCOUNTS, accounts.toArray(String[]::new));
    }

    @Override
    ContactEntry entry(ResultSet row) throws SQLException {
        return new ContactEntry(
                row.getString("account_id"),
                row.getString("contact_id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("channel"),
                row.getString("language"),
                row.getString("zone"),
                row.getInt("position"));
    }

    @Override
    Map<String, Object> values(ContactEntry entry) {
        return Map.of(
                "name", entry.name(),
                "email", entry.email(),
                "channel", entry.channel(),
                "language", entry.language(),
                "zone", entry.zone(),
                "position", entry.position());
    }
}
