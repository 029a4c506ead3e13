package dev.bellrope.app.insights;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.database.Columns;
import dev.bellrope.app.database.Replica;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Computes figures from the rows of {@code insight_course} and what belongs to them, over a period and the one before
 * it: one statement per kind of figure, each of which reads only the rows of those periods.
 */
@Component
class FigureTable {
    /** Step 0 is the period before; steps 1 and up belong to the period. */
    private static final String CHOSEN = """
            with chosen as (
                select c.*, width_bucket(c.opened_at, cast(:steps as timestamptz[])) as step,
                       c.opened_at >= cast(:begins as timestamptz) as recent, least(c.handoffs, 3) as handed
                from insight_course c
                where c.opened_at >= cast(:before as timestamptz) and c.opened_at < cast(:ends as timestamptz)
                  and (cast(:severity as text) is null or c.severity = :severity)
                  and (cast(:tier as text) is null or c.tier = :tier)
                  and (cast(:band as text) is null or c.band = :band)
                  and (cast(:account as text) is null or c.account = :account)
                  and (cast(:owners as text[]) is null or c.owner = any(:owners))%s
            )
            """;

    private static final String TALLIES = CHOSEN + """
            select case when grouping(step) = 0 then 'STEP' when grouping(handed) = 0 then 'HANDED' when grouping(account) = 0 then 'ACCOUNT'
                        when grouping(product) = 0 then 'PRODUCT' else 'OWNER' end as kind,
                   recent, coalesce(cast(step as text), cast(handed as text), account, product, owner) as point,
                   severity, max(account_name) as name, count(*) as escalations, sum(handoffs) as handoffs
            from chosen
            group by grouping sets ((recent, step, severity), (recent, handed), (recent, account), (recent, product), (recent, owner, severity))
            """;

    private static final String ELAPSED = CHOSEN + """
            select recent, measure, step, count(*) as escalations,
                   percentile_disc(0.5) within group (order by ms) as median, percentile_disc(0.9) within group (order by ms) as p90
            from chosen
            cross join lateral (values
                ('ACKNOWLEDGE', case when :working then acknowledge_work_ms else acknowledge_ms end),
                ('UPDATE', case when :working then update_work_ms else update_ms end),
                ('PLAN', case when :working then plan_work_ms else plan_ms end),
                ('RESOLVE', case when :working then resolve_work_ms else resolve_ms end)) as measured (measure, ms)
            where ms is not null
            group by grouping sets ((recent, measure), (recent, measure, step))
            """;

    private static final String PROMISES = CHOSEN + """
            select recent, p.target, p.tier, owner, sum(p.met) as met, sum(p.missed) as missed
            from chosen
            join insight_promise p using (escalation, account)
            where p.opened_at >= cast(:before as timestamptz) and p.opened_at < cast(:ends as timestamptz)
            group by recent, p.target, p.tier, owner
            """;

    private static final String STAYS = CHOSEN + """
            select recent, ladder, s.name, count(*) as escalations,
                   percentile_disc(0.5) within group (order by ms) as median, percentile_disc(0.9) within group (order by ms) as p90
            from chosen
            join insight_stay s using (escalation, account)
            cross join lateral (select s.past_ms
                + coalesce(cast(extract(epoch from cast(:now as timestamptz) - s.since) * 1000 as bigint), 0) as ms) as stayed
            where s.opened_at >= cast(:before as timestamptz) and s.opened_at < cast(:ends as timestamptz)
            group by grouping sets ((recent, ladder), (recent, ladder, s.name))
            """;

    private final Replica replica;

    FigureTable(Replica replica) {
        this.replica = replica;
    }

    /** What a tally is grouped by. */
    enum TallyKind {
        STEP,
        HANDED,
        ACCOUNT,
        PRODUCT,
        OWNER
    }

    /**
     * A count of escalations.
     *
     * @param recent whether they opened in the period and not in the one before it
     * @param severity empty if severities are not distinguished
     */
    record Tally(
            TallyKind kind,
            boolean recent,
            String point,
            String severity,
            String name,
            long escalations,
            long handoffs) {}

    List<Tally> tallies(FigureQuery question, @Nullable Collection<String> owners) {
        return replica.read(read -> asked(read, TALLIES, question, owners)
                .query((row, number) -> new Tally(
                        TallyKind.valueOf(row.getString("kind")),
                        row.getBoolean("recent"),
                        row.getString("point"),
                        row.getString("severity") == null ? "" : row.getString("severity"),
                        row.getString("name"),
                        row.getLong("escalations"),
                        row.getLong("handoffs")))
                .list());
    }

    /**
     * The distribution of how long something took, in milliseconds.
     *
     * @param name the level, the state or the step's number; empty for all of them
     */
    record Spread(boolean recent, String of, String name, long escalations, long median, long p90) {}

    List<Spread> elapsed(FigureQuery question, @Nullable Collection<String> owners) {
        return replica.read(read -> asked(read, ELAPSED, question, owners)
                .param("working", question.working())
                .query((row, number) -> spread(row, row.getString("measure"), "step"))
                .list());
    }

    /** Reads how long escalations stayed: at levels for {@code ladder}, otherwise in states. */
    List<Spread> stays(FigureQuery question, @Nullable Collection<String> owners, Instant now) {
        return replica.read(read -> asked(read, STAYS, question, owners)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> spread(row, row.getBoolean("ladder") ? "ladder" : "states", "name"))
                .list());
    }

    /** How many promises were met and missed. */
    record PromiseCounts(boolean recent, String target, String tier, String owner, long met, long missed) {}

    List<PromiseCounts> promises(FigureQuery question, @Nullable Collection<String> owners) {
        return replica.read(read -> asked(read, PROMISES, question, owners)
                .query((row, number) -> new PromiseCounts(
                        row.getBoolean("recent"),
                        row.getString("target"),
                        row.getString("tier"),
                        row.getString("owner"),
                        row.getLong("met"),
                        row.getLong("missed")))
                .list());
    }

    private static Spread spread(ResultSet row, String of, String name) throws SQLException {
        return new Spread(
                row.getBoolean("recent"),
                of,
                row.getString(name) == null ? "" : row.getString(name),
                row.getLong("escalations"),
                row.getLong("median"),
                row.getLong("p90"));
    }

    private static StatementSpec asked(
            JdbcClient read, String statement, FigureQuery question, @Nullable Collection<String> owners) {
        Period period = question.period();
        VisibleAccounts visible = question.visible();
        return visible.in(read.sql(statement.formatted(visible.and("c.account"))))
                .param("steps", Columns.times(period.steps(), Period::begins))
                .param("before", period.before().begins().toString())
                .param("begins", period.begins().toString())
                .param("ends", period.ends().toString())
                .param("severity", question.severity().orElse(null))
                .param("tier", question.tier().orElse(null))
                .param("band", question.band().orElse(null))
                .param("account", question.account().orElse(null))
                .param("owners", owners == null ? null : owners.toArray(String[]::new));
    }
}
