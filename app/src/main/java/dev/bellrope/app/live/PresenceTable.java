package dev.bellrope.app.live;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PresenceTable {
    private static final String SEE = """
            insert into presence (person, name, escalation, doing, seen_at)
            values (:person, :name, :escalation, :doing, :at)
            on conflict (escalation, person) do update set name = excluded.name, doing = excluded.doing, seen_at = excluded.seen_at
            """;

    private static final String LEAVE = """
            delete from presence
            where escalation = :escalation and person = :person
            """;

    private static final String LIST = """
            select escalation, person, name, doing
            from presence
            where escalation in (:escalations) and seen_at > :since
            order by escalation, name, person
            """;

    private static final String FORGET = """
            delete from presence
            where seen_at < :before
            """;

    private final JdbcClient jdbc;

    PresenceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void see(String escalation, PageViewer present, Instant at) {
        jdbc.sql(SEE)
                .param("person", present.person())
                .param("name", present.name())
                .param("escalation", escalation)
                .param("doing", present.doing())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void leave(String escalation, String person) {
        jdbc.sql(LEAVE).param("escalation", escalation).param("person", person).update();
    }

    /** Lists the viewers seen since an instant, by escalation. */
    Map<String, List<PageViewer>> list(Collection<String> escalations, Instant since) {
        record Row(String escalation, PageViewer present) {}
        return jdbc
                .sql(LIST)
                .param("escalations", escalations)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Row(
                        row.getString("escalation"),
                        new PageViewer(row.getString("person"), row.getString("name"), row.getString("doing"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::escalation, Collectors.mapping(Row::present, Collectors.toList())));
    }

    void forget(Instant before) {
        jdbc.sql(FORGET).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}
