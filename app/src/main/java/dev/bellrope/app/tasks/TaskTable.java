package dev.bellrope.app.tasks;

import static dev.bellrope.app.database.Columns.numbers;
import static dev.bellrope.app.database.Columns.texts;
import static dev.bellrope.app.database.Columns.times;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.core.task.Task;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** {@code task} and {@code task_event}. */
@Component
class TaskTable {
    private static final String NEXT_NUMBER = """
            select nextval('task_number')
            """;

    /** A task belongs to an account if it is about the account or about one of its escalations. */
    private static final String OF_VISIBLE = """

              and not (topic_kind = 'account' and topic_key <> all(:visible_accounts))
              and not exists (
                select from escalation e
                where topic_kind = 'escalation' and e.key = topic_key and e.account <> all(:visible_accounts))""";

    private static final String ONE = """
            select sequence, state
            from task
            where key = :key%s
            """;

    private static final String ONE_LOCKED = """
            select sequence, state
            from task
            where key = :key%s
            for update
            """;

    /** In the order in which they are due; over those that somebody else has in hand it goes on to the next. */
    private static final String DUE = """
            select t.sequence, t.state
            from alarm a
            join task t on t.key = a.key
            where a.kind = 'task' and a.at <= :now and not a.key = any(:except)
            order by a.at
            limit :limit
            for update of t skip locked
            """;

    private static final String LIST = """
            select sequence, state
            from task
            where number < :below
              and (cast(:status as text) is null or status = :status)
              and (cast(:owner as text) is null or owner = :owner)
              and (cast(:topic_kind as text) is null or topic_kind = :topic_kind)
              and (cast(:topic_key as text) is null or topic_key = :topic_key)
              and (missed or not :missed)%s
            order by number desc
            limit :limit
            """;

    private static final String OWED_BY = """
            select sequence, state
            from task
            where ended_at is null and (owner = :person or climbed_to @> array[cast(:person as text)])%s
            order by due_at, number
            limit :limit
            """;

    /** What is open first, by when it is due; then what is over, the newest first. Of an account is what is about its escalations, too. */
    private static final String ABOUT = """
            select sequence, state
            from task
            where ((topic_kind = :topic_kind and topic_key = :topic_key)
                or (:topic_kind = 'account' and topic_kind = 'escalation'
                  and topic_key in (select e.key from escalation e where e.account = :topic_key)))%s
            order by ended_at is not null, case when ended_at is null then due_at end, number desc
            limit :limit
            """;

    private static final String OWNED = """
            select sequence, state
            from task
            where ended_at is null and owner = :person
            order by due_at, number
            limit :limit
            """;

    private static final String OPEN_IN_ORDER = """
            select sequence, state
            from task
            where ended_at is null%s
            order by due_at, number
            limit :limit
            """;

    private static final String OPEN_ABOUT = """
            select state
            from task
            where ended_at is null and topic_kind = :topic_kind and topic_key = :topic_key and origin = :origin
            order by number
            limit 1
            """;

    private static final String WRITE = """
            insert into task (key, number, origin, topic_kind, topic_key, owner, climbed_to, status, missed, due_at, ended_at,
                              sequence, state)
            values (:key, :number, :origin, :topic_kind, :topic_key, :owner, :climbed_to, :status, :missed, :due_at,
                    cast(:ended_at as timestamptz), :sequence, cast(:state as jsonb))
            on conflict (key) do update set
              owner = excluded.owner, climbed_to = excluded.climbed_to, status = excluded.status, missed = excluded.missed,
              due_at = excluded.due_at, ended_at = excluded.ended_at, sequence = excluded.sequence, state = excluded.state
            """;

    private static final String ADD_EVENTS = """
            insert into task_event (task, sequence, at, name, actor, actor_name, body)
            select :task, sequence, at, name, actor, actor_name, cast(body as jsonb)
            from unnest(:sequences, cast(:ats as timestamptz[]), :names, :actors, :actor_names, :bodies)
              as given (sequence, at, name, actor, actor_name, body)
            """;

    private static final String EVENTS = """
            select sequence, at, name, actor, actor_name, body
            from task_event
            where task = :task and sequence > :after
            order by sequence
            """;

    private final JdbcClient jdbc;

    TaskTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String nextKey() {
        return "TASK-"
                + jdbc.sql(NEXT_NUMBER).query((row, number) -> row.getLong(1)).single();
    }

    Optional<LoadedTask> find(String key, VisibleAccounts visible) {
        return asked(ONE, visible).param("key", key).query(TaskTable::loaded).optional();
    }

    /** Nobody else decides on it until the transaction ends. */
    Optional<LoadedTask> lock(String key, VisibleAccounts visible) {
        return asked(ONE_LOCKED, visible)
                .param("key", key)
                .query(TaskTable::loaded)
                .optional();
    }

    /** Those that have an alarm that is due, locked; one with several comes several times. */
    List<LoadedTask> lockDue(Instant now, int limit, Collection<String> except) {
        return jdbc.sql(DUE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .param("except", texts(except, key -> key))
                .query(TaskTable::loaded)
                .list();
    }

    /** The newest first, below a number. */
    List<LoadedTask> list(TaskFilter filter, VisibleAccounts visible, long below, int limit) {
        return asked(LIST, visible)
                .param("below", below)
                .param("status", filter.status().orElse(null))
                .param("owner", filter.owner().orElse(null))
                .param("topic_kind", filter.topicKind().orElse(null))
                .param("topic_key", filter.topicKey().orElse(null))
                .param("missed", filter.missed())
                .param("limit", limit)
                .query(TaskTable::loaded)
                .list();
    }

    /** What is open of theirs, or has climbed to them, what is due first first. */
    List<Task> listOwedBy(String person, VisibleAccounts visible, int limit) {
        return asked(OWED_BY, visible)
                .param("person", person)
                .param("limit", limit)
                .query((row, number) -> TaskJson.task(row.getString("state")))
                .list();
    }

    /** What is open about it first, then what is over. */
    List<Task> listAbout(String topicKind, String topicKey, VisibleAccounts visible, int limit) {
        return asked(ABOUT, visible)
                .param("topic_kind", topicKind)
                .param("topic_key", topicKey)
                .param("limit", limit)
                .query((row, number) -> TaskJson.task(row.getString("state")))
                .list();
    }

    /** What is open and theirs, what is due first first. */
    List<Task> listOwned(String person, int limit) {
        return jdbc.sql(OWNED)
                .param("person", person)
                .param("limit", limit)
                .query((row, number) -> TaskJson.task(row.getString("state")))
                .list();
    }

    /** What is open, what is due first first. */
    List<Task> listOpen(VisibleAccounts visible, int limit) {
        return asked(OPEN_IN_ORDER, visible)
                .param("limit", limit)
                .query((row, number) -> TaskJson.task(row.getString("state")))
                .list();
    }

    /** The oldest that is open, of an origin and about a topic. */
    Optional<Task> findOpen(String topicKind, String topicKey, String origin) {
        return jdbc.sql(OPEN_ABOUT)
                .param("topic_kind", topicKind)
                .param("topic_key", topicKey)
                .param("origin", origin)
                .query((row, number) -> TaskJson.task(row.getString("state")))
                .optional();
    }

    /** Whoever writes one that was there before has it locked. */
    void write(LoadedTask changed, List<TaskHappening> happened) {
        Task task = changed.state();
        Instant ended = task.ended();
        jdbc.sql(WRITE)
                .param("key", task.key())
                .param("number", number(task.key()))
                .param("origin", task.origin())
                .param("topic_kind", task.topic().kind())
                .param("topic_key", task.topic().key())
                .param("owner", task.owner())
                .param("climbed_to", task.climbedTo().toArray(String[]::new))
                .param("status", task.status().word())
                .param("missed", task.missed())
                .param("due_at", task.due().atOffset(ZoneOffset.UTC))
                .param("ended_at", ended == null ? null : ended.toString())
                .param("sequence", changed.sequence())
                .param("state", TaskJson.state(task))
                .update();
        jdbc.sql(ADD_EVENTS)
                .param("task", task.key())
                .param("sequences", numbers(happened, TaskHappening::sequence))
                .param("ats", times(happened, TaskHappening::at))
                .param("names", texts(happened, one -> TaskEventNames.of(one.event())))
                .param("actors", texts(happened, TaskHappening::actor))
                .param("actor_names", texts(happened, TaskHappening::actorName))
                .param("bodies", texts(happened, one -> TaskJson.body(one.event())))
                .update();
    }

    /** What happened to a task after an event, in order. */
    List<TaskHappening> events(String key, long after) {
        return jdbc.sql(EVENTS)
                .param("task", key)
                .param("after", after)
                .query((row, number) -> new TaskHappening(
                        row.getLong("sequence"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("actor_name"),
                        TaskJson.event(row.getString("name"), row.getString("body"))))
                .list();
    }

    /** 1042 of {@code TASK-1042}; zero for what is no key. */
    static long number(String key) {
        String digits = key.substring(key.indexOf('-') + 1);
        return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
    }

    private StatementSpec asked(String statement, VisibleAccounts visible) {
        return visible.in(jdbc.sql(statement.formatted(visible.unlessAll(OF_VISIBLE))));
    }

    private static LoadedTask loaded(ResultSet row, int number) throws SQLException {
        return new LoadedTask(row.getLong("sequence"), TaskJson.task(row.getString("state")));
    }
}
