create sequence task_number start with 1001;

create table task (
    key        text        primary key,
    number     bigint      not null unique,
    origin     text        not null,
    topic_kind text        not null,
    topic_key  text        not null,
    owner      text        not null,
    climbed_to text[]      not null,
    status     text        not null check (status in ('open', 'done', 'cancelled')),
    missed     boolean     not null,
    due_at     timestamptz not null,
    ended_at   timestamptz,
    sequence   bigint      not null,
    state      jsonb       not null
);
comment on table task is 'One row a task: the newest state, and the columns that lists ask for. The truth is task_event.';
comment on column task.topic_kind is 'What it is about: escalation, account, or empty.';
comment on column task.climbed_to is 'The people to whom it has climbed since it was missed.';

create index task_open_by_owner on task (owner, due_at) where ended_at is null;
create index task_open_by_climbed_to on task using gin (climbed_to) where ended_at is null;
create index task_open on task (due_at) where ended_at is null;
create index task_by_topic on task (topic_kind, topic_key);

create table task_event (
    task       text        not null references task (key),
    sequence   bigint      not null,
    at         timestamptz not null,
    name       text        not null,
    actor      text        not null,
    actor_name text        not null,
    body       jsonb       not null,
    primary key (task, sequence)
);
comment on table task_event is 'What happened to tasks, in order, for ever: rows are added and never changed.';
create trigger task_event_stay before update or delete on task_event
    for each row execute function refuse_change();
create trigger task_event_stay_all before truncate on task_event
    for each statement execute function refuse_change();
