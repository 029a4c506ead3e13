package dev.bellrope.app.directory;

import dev.bellrope.app.directory.Entry.CalendarEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Working hours. */
@Component
class CalendarTable implements Table<CalendarEntry> {
    private static final String FIND = """
            select calendar_id, zone, hours, country, region, holidays, worked, icalendar,
                revision, changed_at, changed_by, removed_at, removed_by
            from calendar
            where calendar_id = :id
            """;
    private static final String LIST = """
            select calendar_id, zone, hours, country, region, holidays, worked, icalendar,
                revision, changed_at, changed_by, removed_at, removed_by
            from calendar
            order by calendar_id
            """;
    private static final String PAGE = """
            select calendar_id, zone, hours, country, region, holidays, worked, icalendar,
                revision, changed_at, changed_by, removed_at, removed_by
            from calendar
            where removed_at is null
                and calendar_id > :id
                and (:search = '' or position(lower(:search) in lower(calendar_id || ' ' || zone)) > 0)
            order by calendar_id
            limit :limit
            """;
    private static final String WRITE = """
            insert into calendar (calendar_id, zone, hours, country, region, holidays, worked, icalendar,
                revision, changed_at, changed_by, removed_at, removed_by)
            values (:id, :zone, :hours, :country, :region, :holidays, :worked, :icalendar,
                :revision, :changedAt, :changedBy, :removedAt, :removedBy)
            on conflict (calendar_id) do update
            set
                zone = excluded.zone,
                hours = excluded.hours,
                country = excluded.country,
                region = excluded.region,
                holidays = excluded.holidays,
                worked = excluded.worked,
                icalendar = excluded.icalendar,
                revision = excluded.revision,
                changed_at = excluded.changed_at,
                changed_by = excluded.changed_by,
                removed_at = excluded.removed_at,
                removed_by = excluded.removed_by
            """;

    private final JdbcClient client;
    private final NamedParameterJdbcOperations batches;

    CalendarTable(JdbcClient client, NamedParameterJdbcOperations batches) {
        this.client = client;
        this.batches = batches;
    }

    @Override
    public Kind kind() {
        return Kind.CALENDARS;
    }

    @Override
    public Optional<Kept<CalendarEntry>> find(List<String> key) {
        return client.sql(FIND)
                .param("id", key.get(0))
                .query(CalendarTable::read)
                .optional();
    }

    @Override
    public List<Kept<CalendarEntry>> list() {
        return client.sql(LIST).query(CalendarTable::read).list();
    }

    @Override
    public List<Kept<CalendarEntry>> page(String search, List<String> after, int limit) {
        return client.sql(PAGE)
                .param("id", after.get(0))
                .param("search", search)
                .param("limit", limit)
                .query(CalendarTable::read)
                .list();
    }

    @Override
    public void write(List<Kept<CalendarEntry>> rows) {
        batches.batchUpdate(WRITE, rows.stream().map(CalendarTable::parameters).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(Kept<CalendarEntry> kept) {
        CalendarEntry entry = kept.entry();
        return kept.parameters()
                .addValue("id", entry.key().get(0))
                .addValue("zone", entry.zone())
                .addValue("hours", entry.hours())
                .addValue("country", entry.country())
                .addValue("region", entry.region())
                .addValue("holidays", entry.holidays().toArray(String[]::new))
                .addValue("worked", entry.worked().toArray(String[]::new))
                .addValue("icalendar", entry.icalendar());
    }

    private static Kept<CalendarEntry> read(ResultSet row, int number) throws SQLException {
        return Kept.read(
                new CalendarEntry(
                        row.getString("calendar_id"),
                        row.getString("zone"),
                        row.getString("hours"),
                        row.getString("country"),
                        row.getString("region"),
                        Kept.texts(row, "holidays"),
                        Kept.texts(row, "worked"),
                        row.getString("icalendar")),
                row);
    }
}
