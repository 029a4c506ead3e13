package dev.bellrope.app.insights;

import static dev.bellrope.app.database.Columns.numbers;
import static dev.bellrope.app.database.Columns.texts;
import static dev.bellrope.app.database.Columns.times;

import dev.bellrope.core.insight.EscalationMeasures;
import dev.bellrope.core.insight.TimeInState.Stay;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the rows of {@code insight_course}, with their rows of {@code insight_promise} and {@code insight_stay}. */
@Component
class EscalationMeasuresTable {
    /** A row with more events stays: another node was faster. */
    private static final String KEEP = """
            insert into insight_course
              (escalation, number, sequence, account, account_name, title, product, status, severity, tier, band, owner, handoffs, opened_at,
               acknowledge_ms, update_ms, plan_ms, resolve_ms, acknowledge_work_ms, update_work_ms, plan_work_ms, resolve_work_ms)
            values
              (:escalation, :number, :sequence, :account, :account_name, :title, :product, :status, :severity, :tier, :band, :owner,
               :handoffs, cast(:opened_at as timestamptz),
               :acknowledge_ms, :update_ms, :plan_ms, :resolve_ms, :acknowledge_work_ms, :update_work_ms, :plan_work_ms, :resolve_work_ms)
            on conflict (escalation, account) do update
            set sequence = excluded.sequence, account_name = excluded.account_name, title = excluded.title,
                product = excluded.product, status = excluded.status, severity = excluded.severity, tier = excluded.tier,
                band = excluded.band, owner = excluded.owner, handoffs = excluded.handoffs, opened_at = excluded.opened_at,
                acknowledge_ms = excluded.acknowledge_ms, update_ms = excluded.update_ms, plan_ms = excluded.plan_ms,
                resolve_ms = excluded.resolve_ms, acknowledge_work_ms = excluded.acknowledge_work_ms,
                update_work_ms = excluded.update_work_ms, plan_work_ms = excluded.plan_work_ms,
                resolve_work_ms = excluded.resolve_work_ms
            where insight_course.sequence <= excluded.sequence
            """;

    private static final String FORGET_PROMISES = """
            delete from insight_promise where escalation = :escalation
            """;

    private static final String FORGET_STAYS = """
            delete from insight_stay where escalation = :escalation
            """;

    private static final String ADD_PROMISES = """
            insert into insight_promise (escalation, account, opened_at, target, tier, met, missed, stopped)
            select :escalation, :account, cast(:opened_at as timestamptz), target, tier, met, missed, stopped
            from unnest(:targets, :tiers, :met, :missed, :stopped) as given (target, tier, met, missed, stopped)
            """;

    private static final String ADD_STAYS = """
            insert into insight_stay (escalation, account, opened_at, ladder, name, past_ms, since)
            select :escalation, :account, cast(:opened_at as timestamptz), :ladder, name, past_ms, since
            from unnest(:names, :past, cast(:since as timestamptz[])) as given (name, past_ms, since)
            """;

    private final JdbcClient jdbc;

    EscalationMeasuresTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes a folded escalation. The caller's transaction locks the row until its end, so all its rows stem from one
     * fold.
     */
    void keep(FoldedEscalation counted) {
        EscalationMeasures measures = counted.course();
        int kept = jdbc.sql(KEEP)
                .param("escalation", measures.key())
                .param("number", number(measures.key()))
                .param("sequence", counted.sequence())
                .param("account", measures.account())
                .param("account_name", measures.accountName())
                .param("title", counted.title())
                .param("product", counted.product())
                .param("status", counted.status())
                .param("severity", measures.severity().name())
                .param("tier", measures.tier())
                .param("band", measures.band())
                .param("owner", measures.owner())
                .param("handoffs", measures.reassignments())
                .param("opened_at", sql(measures.opened()))
                .param("acknowledge_ms", counted.until(measures.acknowledged()))
                .param("update_ms", counted.until(measures.firstUpdate()))
                .param("plan_ms", counted.until(measures.planned()))
                .param("resolve_ms", counted.until(measures.resolved()))
                .param("acknowledge_work_ms", counted.worked("acknowledge", measures.acknowledged()))
                .param("update_work_ms", counted.worked("update", measures.firstUpdate()))
                .param("plan_work_ms", counted.worked("plan", measures.planned()))
                .param("resolve_work_ms", counted.workedUntilItHeld(measures.resolved()))
                .update();
        if (kept > 0) {
            Stream.of(FORGET_PROMISES, FORGET_STAYS)
                    .forEach(forget ->
                            jdbc.sql(forget).param("escalation", measures.key()).update());
            addPromises(measures, List.copyOf(counted.promises().entrySet()));
            addStays(measures, true, counted.stays().levels());
            addStays(measures, false, counted.stays().states());
        }
    }

    private void addPromises(
            EscalationMeasures measures,
            List<Map.Entry<FoldedEscalation.PromiseKind, FoldedEscalation.PromiseEndings>> promises) {
        if (!promises.isEmpty()) {
            jdbc.sql(ADD_PROMISES)
                    .param("escalation", measures.key())
                    .param("account", measures.account())
                    .param("opened_at", sql(measures.opened()))
                    .param("targets", texts(promises, one -> one.getKey().target()))
                    .param("tiers", texts(promises, one -> one.getKey().tier()))
                    .param("met", numbers(promises, one -> one.getValue().met()))
                    .param("missed", numbers(promises, one -> one.getValue().missed()))
                    .param("stopped", numbers(promises, one -> one.getValue().stopped()))
                    .update();
        }
    }

    private void addStays(EscalationMeasures measures, boolean ladder, List<Stay> stays) {
        if (!stays.isEmpty()) {
            jdbc.sql(ADD_STAYS)
                    .param("escalation", measures.key())
                    .param("account", measures.account())
                    .param("opened_at", sql(measures.opened()))
                    .param("ladder", ladder)
                    .param("names", texts(stays, Stay::name))
                    .param("past", numbers(stays, stay -> stay.past().toMillis()))
                    .param("since", times(stays, stay -> stay.since().orElse(null)))
                    .update();
        }
    }

    /** Returns the number of a key, such as 1042 for {@code ESC-1042}. */
    private static long number(String key) {
        return Long.parseLong(key.substring(key.indexOf('-') + 1));
    }

    private static @Nullable OffsetDateTime sql(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
