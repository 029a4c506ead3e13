package dev.bellrope.app.escalations;

import static dev.bellrope.app.database.Columns.numbers;
import static dev.bellrope.app.database.Columns.texts;
import static dev.bellrope.app.database.Columns.times;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SearchTable {
    /** A request that is opened has its headline already. */
    private static final String ADD = """
            insert into escalation_words (escalation, sequence, at, said)
            select escalation, sequence, at, said
            from unnest(:escalations, :sequences, cast(:ats as timestamptz[]), :saids) as given (escalation, sequence, at, said)
            on conflict do nothing
            """;

    /**
     * A word is what PostgreSQL takes for one in the texts, so {@code re-sync} and {@code ana@acme.example} are found as they were written;
     * the last may go on.
     */
    private static final String FIND = """
            with asked as (
              select to_tsquery('simple', string_agg('''' || replace(replace(lexeme, '\\', '\\\\'), '''', '''''') || ''':*', ' & ')) as query
              from unnest(to_tsvector('simple', :asked))
            ), fits as (
              select escalation, sequence, at, said
              from escalation_words, asked
              where words @@ query
              limit :texts
            ), newest as (
              select distinct on (escalation) escalation, said
              from fits
              order by escalation, sequence desc
            )
            select key, account, account_name, title, status, severity, tier, band, level, trigger, issue_type, owner, begun_at, resolved_at,
                   over_at, next_due, escalation.sequence,
                   ts_headline('simple', said, query, 'MaxWords=28,MinWords=14,ShortWord=0,StartSel="' || :open || '",StopSel="' || :close || '"') as excerpt
            from newest
            join escalation on key = escalation
            cross join asked
            where (cast(:status as text) is null or status = :status)
              and (cast(:account as text) is null or account = :account)
              and (cast(:owner as text) is null or owner = :owner)
              and (cast(:severity as text) is null or severity = :severity)
              and (:over or over_at is null)
            order by over_at is not null, number desc
            limit :limit
            """;

    private final JdbcClient jdbc;

    SearchTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<Search.Said> said) {
        jdbc.sql(ADD)
                .param("escalations", texts(said, Search.Said::escalation))
                .param("sequences", numbers(said, Search.Said::sequence))
                .param("ats", times(said, Search.Said::at))
                .param("saids", texts(said, Search.Said::text))
                .update();
    }

    List<Search.Found> find(String asked, Filter filter, int limit) {
        return jdbc.sql(FIND)
                .param("asked", asked)
                .param("texts", Search.TEXTS)
                .param("open", Search.OPEN)
                .param("close", Search.CLOSE)
                .param("status", filter.status().orElse(null))
                .param("account", filter.account().orElse(null))
                .param("owner", filter.owner().orElse(null))
                .param("severity", filter.severity().orElse(null))
                .param("over", filter.over())
                .param("limit", limit)
                .query((row, number) ->
                        new Search.Found(EscalationListTable.row(row, number), row.getString("excerpt")))
                .list();
    }
}
