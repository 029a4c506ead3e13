package dev.bellrope.app.escalations.store;

import static dev.bellrope.app.database.Columns.numbers;
import static dev.bellrope.app.database.Columns.texts;
import static dev.bellrope.app.database.Columns.times;

import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.escalation.EventNames;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class EventTable {
    private static final String ADD = """
            insert into escalation_event (escalation, account, sequence, at, name, actor, actor_name, body, trace)
            select escalation, account, sequence, at, name, actor, actor_name, cast(body as jsonb), trace
            from unnest(:escalations, :accounts, :sequences, cast(:ats as timestamptz[]), :names, :actors, :actor_names, :bodies, :traces)
              as given (escalation, account, sequence, at, name, actor, actor_name, body, trace)
            """;

    /** One statement, so that a history that is being archived at this moment is found on one side or the other. */
    private static final String ALL = """
            select sequence, at, name, actor, actor_name, body, trace, null as packed, null as sha256
            from escalation_event
            where escalation = :escalation and sequence > :after
            union all
            select 0, null, null, null, null, null, null, packed, sha256
            from escalation_archive
            where escalation = :escalation and events > :after
            order by sequence
            """;

    private final JdbcClient jdbc;

    EventTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An event to write. */
    public record EventRow(String escalation, String account, RecordedEvent happening) {}

    public void add(List<EventRow> added) {
        jdbc.sql(ADD)
                .param("escalations", texts(added, EventRow::escalation))
                .param("accounts", texts(added, EventRow::account))
                .param("sequences", numbers(added, one -> one.happening().sequence()))
                .param("ats", times(added, one -> one.happening().at()))
                .param(
                        "names",
                        texts(added, one -> EventNames.of(one.happening().event())))
                .param("actors", texts(added, one -> one.happening().actor()))
                .param("actor_names", texts(added, one -> one.happening().actorName()))
                .param(
                        "bodies",
                        texts(added, one -> StoredJson.body(one.happening().event())))
                .param(
                        "traces",
                        texts(
                                added,
                                one -> one.happening()
                                        .trace()
                                        .map(Trace::parent)
                                        .orElse(null)))
                .update();
    }

    /**
     * Returns the events after a sequence number, archived or not.
     *
     * @throws DamagedArchive when the history is archived and the archive is damaged
     */
    public List<RecordedEvent> list(String escalation, long after) {
        List<RecordedEvent> found = new ArrayList<>();
        jdbc.sql(ALL).param("escalation", escalation).param("after", after).query(row -> {
            byte[] packed = row.getBytes("packed");
            if (packed == null) {
                found.add(new RecordedEvent(
                        row.getLong("sequence"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("actor_name"),
                        StoredJson.event(row.getString("name"), row.getString("body")),
                        Trace.parse(row.getString("trace"))));
            } else {
                new ArchivedHistory(escalation, packed, row.getString("sha256"))
                        .lines().stream()
                                .flatMap(line -> StoredJson.archived(line).stream())
                                .filter(happening -> happening.sequence() > after)
                                .forEach(found::add);
            }
        });
        return found;
    }
}
