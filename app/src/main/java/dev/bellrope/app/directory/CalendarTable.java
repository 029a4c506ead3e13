package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.Entry.CalendarEntry;
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

/** The table of working hours. */
@Component
class CalendarTable extends EntryTable<CalendarEntry> {
    static final Layout LAYOUT = new Layout(
            "calendar",
            List.of("calendar_id"),
            List.of("zone", "hours", "country", "region", "holidays", "worked", "special_hours", "icalendar"),
            Set.of(),
            "calendar_id || ' ' || zone");

    CalendarTable(JdbcClient client, NamedParameterJdbcOperations batches) {
        super(client, batches, EntryKind.CALENDARS, LAYOUT);
    }

    @Override
    CalendarEntry entry(ResultSet row) throws SQLException {
        return new CalendarEntry(
                row.getString("calendar_id"),
                row.getString("zone"),
                row.getString("hours"),
                row.getString("country"),
                row.getString("region"),
                StoredEntry.texts(row, "holidays"),
                StoredEntry.texts(row, "worked"),
                StoredEntry.texts(row, "special_hours"),
                row.getString("icalendar"));
    }

    @Override
    Map<String, Object> values(CalendarEntry entry) {
        return Map.of(
                "zone", entry.zone(),
                "hours", entry.hours(),
                "country", entry.country(),
                "region", entry.region(),
                "holidays", entry.holidays().toArray(String[]::new),
                "worked", entry.worked().toArray(String[]::new),
                "special_hours", entry.specialHours().toArray(String[]::new),
                "icalendar", entry.icalendar());
    }
}
