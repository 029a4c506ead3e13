package dev.bellrope.app.insights;

import static dev.bellrope.app.database.Columns.texts;
import static dev.bellrope.app.database.Columns.times;

import dev.bellrope.app.escalations.DecisionListener.DecisionRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code insight_due}. They are only inserted and deleted, so decisions never wait for the counting. */
@Component
class DueTable {
    private static final String ADD = """
            insert into insight_due (escalation, arose_at)
            select escalation, arose_at
            from unnest(:escalations, cast(:ats as timestamptz[])) as given (escalation, arose_at)
            """;

    /** Skips what another node is working on. */
    private static final String TAKE = """
            delete from insight_due
            where position in (select position from insight_due order by position limit :limit for update skip locked)
            returning escalation
            """;

    private static final String LEAVE = """
            delete from insight_due where escalation = :escalation
            """;

    private static final String BEHIND = """
            select min(arose_at) as oldest, count(*) filter (where arose_at is null) as anew
            from insight_due
            """;

    private final JdbcClient jdbc;

    DueTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<DecisionRecord> decisions) {
        jdbc.sql(ADD)
                .param("escalations", texts(decisions, one -> one.after().key()))
                .param(
                        "ats",
                        times(decisions, one -> one.happenings().getFirst().at()))
                .update();
    }

    /** Removes some of the oldest rows; an escalation may occur several times. */
    List<String> take(int limit) {
        return jdbc.sql(TAKE)
                .param("limit", limit)
                .query((row, number) -> row.getString("escalation"))
                .list();
    }

    /** Removes the rows of an escalation that cannot be counted. */
    void leave(String escalation) {
        jdbc.sql(LEAVE).param("escalation", escalation).update();
    }

    /**
     * What has not been counted yet.
     *
     * @param oldest when the oldest uncounted event happened; empty if nothing recent is uncounted
     * @param anew how many old escalations have yet to be recounted
     */
    record ProjectionLag(Optional<Instant> oldest, long anew) {}

    ProjectionLag behind() {
        return jdbc.sql(BEHIND)
                .query((row, number) -> new ProjectionLag(
                        Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getLong("anew")))
                .single();
    }
}
