package dev.bellrope.app.desk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SavedViewTable {
    private static final String LIST = """
            select id, name, query
            from saved_view
            where person = :person
            order by id
            """;

    private static final String SAVE = """
            insert into saved_view (id, person, name, query, at)
            values (:id, :person, :name, :query, :at)
            on conflict (person, name) do update set query = excluded.query, at = excluded.at
            """;

    private static final String REMOVE = """
            delete from saved_view
            where person = :person and id = :id
            """;

    private final JdbcClient jdbc;

    SavedViewTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SavedViews.SavedView> list(String person) {
        return jdbc.sql(LIST)
                .param("person", person)
                .query((row, number) -> new SavedViews.SavedView(
                        row.getObject("id", UUID.class), row.getString("name"), row.getString("query")))
                .list();
    }

    void save(UUID id, String person, String name, String query, Instant at) {
        jdbc.sql(SAVE)
                .param("id", id)
                .param("person", person)
                .param("name", name)
                .param("query", query)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(String person, UUID id) {
        jdbc.sql(REMOVE).param("person", person).param("id", id).update();
    }
}
