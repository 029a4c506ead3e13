create table alarm (
    kind  text        not null,
    key   text        not null,
    step  text        not null,
    cycle integer     not null,
    at    timestamptz not null,
    primary key (kind, key, step, cycle)
);
comment on table alarm is 'Armed alarms, derived from the state in the transaction that changes it.';
comment on column alarm.kind is 'The kind of the subject, a word of SubjectKind.';
-- The kinds are struck by different classes, so each kind is looked for by itself.
create index alarm_due on alarm (kind, at);

create table strike (
    kind      text        not null,
    key       text        not null,
    step      text        not null,
    cycle     integer     not null,
    due_at    timestamptz not null,
    struck_at timestamptz not null,
    did       boolean     not null,
    primary key (kind, key, step, cycle, due_at)
);
comment on table strike is 'Every alarm that went off, once: when it was due, when it was struck, and whether it still fitted.';
