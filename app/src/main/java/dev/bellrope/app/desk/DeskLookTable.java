package dev.bellrope.app.desk;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.app.escalations.store.StoredJson;
import dev.bellrope.app.traces.Trace;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DeskLookTable {
    private static final String FIND = """
            select looked_at
            from desk_look
            where person = :person
            """;

    private static final String LOOK = """
            insert into desk_look (person, looked_at)
            values (:person, :at)
            on conflict (person) do update set looked_at = excluded.looked_at
            """;

    /** Reads the last events of each escalation from its end, so the cost does not grow with the history. */
    private static final String NEWS = """
            select key, title, account_name, news.sequence, at, name, actor, actor_name, body
            from escalation
            cross join lateral (
              select sequence, at, name, actor, actor_name, body
              from escalation_event
              where escalation = key and escalation_event.sequence > escalation.sequence - :deep
              order by escalation_event.sequence desc
              limit :deep
            ) as news
            where over_at is null
              and key in (select escalation from escalation_person where person = :person)
              and at > :since and actor not in (:me) and name in (:names)%s
            order by at desc, news.sequence desc
            limit :limit
            """;

    private static final int DEEP = 60;

    private final JdbcClient jdbc;

    DeskLookTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> find(String person) {
        return jdbc.sql(FIND)
                .param("person", person)
                .query((row, number) ->
                        row.getObject("looked_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    void look(String person, Instant at) {
        jdbc.sql(LOOK)
                .param("person", person)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<DeskNews.NewsItem> news(
            String person,
            Collection<String> me,
            Instant since,
            Collection<String> names,
            VisibleAccounts visible,
            int limit) {
        return visible.in(jdbc.sql(NEWS.formatted(visible.and("account"))))
                .param("person", person)
                .param("me", me)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("names", names)
                .param("deep", DEEP)
                .param("limit", limit)
                .query((row, number) -> new DeskNews.NewsItem(
                        row.getString("key"),
                        row.getString("account_name"),
                        row.getString("title"),
                        new RecordedEvent(
                                row.getLong("sequence"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("actor"),
                                row.getString("actor_name"),
                                StoredJson.event(row.getString("name"), row.getString("body")),
                                Optional.<Trace>empty())))
                .list();
    }
}
