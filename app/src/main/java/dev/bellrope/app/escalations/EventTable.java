package dev.bellrope.app.escalations;

import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Event;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EventTable {
    private static final String ADD = """
            insert into escalation_event (escalation, sequence, at, name, actor, actor_name, body)
            values (:escalation, :sequence, :at, :name, :actor, :actor_name, cast(:body as jsonb))
            """;

    private static final String ALL = """
            select sequence, at, name, actor, actor_name, body
            from escalation_event
            where escalation = :escalation and sequence > :after
            order by sequence
            """;

    private final JdbcClient jdbc;

    EventTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String escalation, long first, Instant at, Actor actor, List<Event> events) {
        long sequence = first;
        for (Event event : events) {
            jdbc.sql(ADD)
                    .param("escalation", escalation)
                    .param("sequence", sequence++)
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .param("name", EventNames.of(event))
                    .param("actor", actor.id())
                    .param("actor_name", actor.name())
                    .param("body", Kept.body(event))
                    .update();
        }
    }

    List<Happening> list(String escalation, long after) {
        return jdbc.sql(ALL)
                .param("escalation", escalation)
                .param("after", after)
                .query((row, number) -> new Happening(
                        row.getLong("sequence"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("actor_name"),
                        Kept.event(row.getString("name"), row.getString("body"))))
                .list();
    }
}
