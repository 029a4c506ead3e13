package dev.bellrope.app.insights;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.database.Replica;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists the escalations behind a number of a figure from {@code insight_course}: exactly those counted in it. */
@Component
class DrilldownTable {
    private static final String LIST = """
            select *
            from (
                select c.escalation, c.number, c.title, c.account, c.account_name, c.status, c.severity, c.tier, c.owner, c.opened_at,
                       c.handoffs, e.ms as took_ms, s.ms as stayed_ms, p.met, p.missed,
                       count(*) over () as total, sum(p.met) over () as all_met, sum(p.missed) over () as all_missed
                from insight_course c
                cross join lateral (select case cast(:elapsed as text)
                    when 'ACKNOWLEDGE' then case when :working then c.acknowledge_work_ms else c.acknowledge_ms end
                    when 'UPDATE' then case when :working then c.update_work_ms else c.update_ms end
                    when 'PLAN' then case when :working then c.plan_work_ms else c.plan_ms end
                    when 'RESOLVE' then case when :working then c.resolve_work_ms else c.resolve_ms end end as ms) as e
                left join lateral (
                    select sum(met) as met, sum(missed) as missed
                    from insight_promise
                    where :promises and escalation = c.escalation
                      and (cast(:target as text) is null or target = :target)
                      and (cast(:promised_tier as text) is null or tier = :promised_tier)) as p on :promises
                left join lateral (
                    select sum(past_ms + coalesce(cast(extract(epoch from cast(:now as timestamptz) - since) * 1000 as bigint), 0)) as ms
                    from insight_stay
                    where :stays and escalation = c.escalation and ladder = :ladder
                      and (cast(:stay as text) is null or name = :stay)) as s on :stays
                where c.opened_at >= cast(:begins as timestamptz) and c.opened_at < cast(:ends as timestamptz)
                  and (cast(:severity as text) is null or c.severity = :severity)
                  and (cast(:tier as text) is null or c.tier = :tier)
                  and (cast(:band as text) is null or c.band = :band)
                  and (cast(:account as text) is null or c.account = :account)%s
                  and (cast(:product as text) is null or c.product = :product)
                  and (cast(:owner as text) is null or c.owner = :owner)
                  and (cast(:owners as text[]) is null or c.owner = any(:owners))
                  and (cast(:not_owners as text[]) is null or c.owner <> all(:not_owners))
                  and (cast(:handed as integer) is null or least(c.handoffs, 3) = :handed)
                  and (cast(:elapsed as text) is null or e.ms is not null)
                  and (not :promises or p.met + p.missed > 0)
                  and (not :stays or s.ms is not null)) as behind
            where number < :below
            order by number desc
            limit :limit
            """;

    private final Replica replica;

    DrilldownTable(Replica replica) {
        this.replica = replica;
    }

    List<DrilldownRow> list(FigurePoint point, Instant now, long below, int limit) {
        VisibleAccounts visible = point.asked().visible();
        return replica.read(read -> visible.in(read.sql(LIST.formatted(visible.and("c.account"))))
                .param("begins", point.period().begins().toString())
                .param("ends", point.period().ends().toString())
                .param("elapsed", point.topic().isElapsed() ? point.topic().name() : null)
                .param("working", point.working())
                .param("promises", point.topic().isKept())
                .param("target", point.find(FigureTopic.KEPT_BY_TARGET).orElse(null))
                .param("promised_tier", point.find(FigureTopic.KEPT_BY_TIER).orElse(null))
                .param("stays", point.topic().isStay())
                .param("ladder", point.topic() == FigureTopic.STAY_BY_LEVEL)
                .param(
                        "stay",
                        point.find(FigureTopic.STAY_BY_LEVEL)
                                .or(() -> point.find(FigureTopic.STAY_BY_STATE))
                                .orElse(null))
                .param("severity", point.asked().severity().orElse(null))
                .param("tier", point.asked().tier().orElse(null))
                .param("band", point.asked().band().orElse(null))
                .param(
                        "account",
                        point.find(FigureTopic.RATE_BY_ACCOUNT)
                                .or(() -> point.asked().account())
                                .orElse(null))
                .param("product", point.find(FigureTopic.RATE_BY_PRODUCT).orElse(null))
                .param("owner", point.find(FigureTopic.LOAD).orElse(null))
                .param("owners", texts(point.owners()))
                .param("not_owners", texts(point.notOwners()))
                .param(
                        "handed",
                        point.find(FigureTopic.HANDOFFS).map(Integer::valueOf).orElse(null))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("below", below)
                .param("limit", limit)
                .query(DrilldownTable::found)
                .list());
    }

    private static DrilldownRow found(ResultSet row, int number) throws SQLException {
        return new DrilldownRow(
                row.getString("escalation"),
                row.getLong("number"),
                row.getString("title"),
                row.getString("account"),
                row.getString("account_name"),
                row.getString("status"),
                row.getString("severity"),
                row.getString("tier"),
                row.getString("owner"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getInt("handoffs"),
                some(row, "took_ms"),
                some(row, "stayed_ms"),
                some(row, "met"),
                some(row, "missed"),
                row.getLong("total"),
                row.getLong("all_met"),
                row.getLong("all_missed"));
    }

    private static Optional<Long> some(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    private static String @Nullable [] texts(Optional<List<String>> some) {
        return some.map(all -> all.toArray(String[]::new)).orElse(null);
    }
}
