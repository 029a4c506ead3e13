package dev.bellrope.app.search;

import static dev.bellrope.app.database.Columns.numbers;
import static dev.bellrope.app.database.Columns.texts;
import static dev.bellrope.app.database.Columns.times;

import dev.bellrope.app.escalations.store.EscalationFilter;
import dev.bellrope.app.escalations.store.EscalationListTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

@Component
class SearchTable {
    /** When a request is opened, its headline is already stored. */
    private static final String ADD = """
            insert into escalation_words (escalation, account, sequence, at, said)
            select escalation, account, sequence, at, said
            from unnest(:escalations, :accounts, :sequences, cast(:ats as timestamptz[]), :saids)
              as given (escalation, account, sequence, at, said)
            on conflict do nothing
            """;

    /**
     * Splits the search into words as PostgreSQL splits the texts, so {@code re-sync} and {@code ana@acme.example} are
     * found as written. Each word is a prefix, except the {@code esc} of a key: every headline begins with it, and
     * collecting all possible continuations takes long.
     */
    private static final String ASKED = """
            with asked as (
              select to_tsquery('simple', string_agg('''' || replace(replace(lexeme, '\\', '\\\\'), '''', '''''') || '''' || case lexeme when 'esc' then '' else ':*' end, ' & ')) as query
              from unnest(to_tsvector('simple', :asked))
            )""";

    private static final String NEAR = """
            near as (
              select * from (
              %s) as half
              order by over_at is not null, number desc
              limit :limit
            )
            """;

    private static final String COUNT_NEAR = "with " + NEAR + "select count(*) from near";

    private static final String FOUND = """
            select key, account, account_name, title, status, severity, tier, band, level, trigger, issue_type, owner, begun_at, resolved_at,
                   over_at, next_due, near.sequence,
                   ts_headline('simple', said, query, 'MaxWords=28,MinWords=14,ShortWord=0,StartSel="' || :open || '",StopSel="' || :close || '"') as excerpt
            """;

    private static final String IN_ORDER = """
            order by over_at is not null, number desc
            limit :found
            """;

    /**
     * Scans the first escalations one by one: a frequent word soon has enough matches. PostgreSQL cannot estimate the
     * frequency, so {@code offset 0} here and below forces it to read each escalation by its key.
     */
    private static final String AMONG_THE_FIRST = ASKED + ", " + NEAR + FOUND + """
            from near
            cross join asked
            cross join lateral (
              select said from (select said, words, sequence from escalation_words where escalation = key offset 0) as texts
              where words @@ query
              order by sequence desc
              limit 1) as newest
            """ + IN_ORDER;

    /** Searches all texts: there may be many matches, of which few are wanted. */
    private static final String AMONG_ALL = ASKED + """
            , newest as (
              select distinct on (escalation) escalation, said
              from escalation_words, asked
              where words @@ query
              order by escalation, sequence desc
            )
            """ + FOUND + """
            from newest
            cross join lateral (select * from escalation where key = newest.escalation offset 0) as near
            cross join asked
            where (cast(:status as text) is null or status = :status)
              and (cast(:account as text) is null or account = :account)
              and (cast(:owner as text) is null or owner = :owner)
              and (cast(:severity as text) is null or severity = :severity)
              and (:over or over_at is null)%s
            """ + IN_ORDER;

    private final JdbcClient jdbc;

    SearchTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<EscalationSearch.SearchedText> said) {
        jdbc.sql(ADD)
                .param("escalations", texts(said, EscalationSearch.SearchedText::escalation))
                .param("accounts", texts(said, EscalationSearch.SearchedText::account))
                .param("sequences", numbers(said, EscalationSearch.SearchedText::sequence))
                .param("ats", times(said, EscalationSearch.SearchedText::at))
                .param("saids", texts(said, EscalationSearch.SearchedText::text))
                .update();
    }

    /** Finds matches among the first escalations of a filter. */
    List<EscalationSearch.SearchHit> findAmongFirst(String asked, EscalationFilter filter, int first, int limit) {
        return found(near(AMONG_THE_FIRST, filter, first), asked, limit);
    }

    /** Counts the first escalations of a filter, up to a number. */
    int countFirst(EscalationFilter filter, int first) {
        return near(COUNT_NEAR, filter, first).query(Integer.class).single();
    }

    private StatementSpec near(String statement, EscalationFilter filter, int first) {
        return EscalationListTable.asked(jdbc.sql(statement.formatted(EscalationListTable.newest(filter))), filter)
                .param("below", Long.MAX_VALUE)
                .param("limit", first);
    }

    List<EscalationSearch.SearchHit> findAmongAll(String asked, EscalationFilter filter, int limit) {
        String statement = AMONG_ALL.formatted(filter.visible().and("account"));
        return found(EscalationListTable.asked(jdbc.sql(statement), filter).param("over", filter.over()), asked, limit);
    }

    private static List<EscalationSearch.SearchHit> found(StatementSpec statement, String asked, int limit) {
        return statement
                .param("asked", asked)
                .param("open", EscalationSearch.OPEN)
                .param("close", EscalationSearch.CLOSE)
                .param("found", limit)
                .query((row, number) ->
                        new EscalationSearch.SearchHit(EscalationListTable.row(row, number), row.getString("excerpt")))
                .list();
    }
}
