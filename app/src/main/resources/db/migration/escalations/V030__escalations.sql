create sequence escalation_number start with 1001;

create table escalation (
    key          text        primary key,
    number       bigint      not null unique,
    account      text        not null,
    account_name text        not null,
    title        text        not null,
    status       text        not null,
    severity     text        not null,
    tier         text        not null,
    band         text        not null,
    level        text        not null,
    trigger      text        not null,
    issue_type   text        not null,
    route        text        not null,
    playbook     text        not null,
    owner        text,
    begun_at     timestamptz not null,
    resolved_at  timestamptz,
    over_at      timestamptz,
    next_due     timestamptz,
    sequence     bigint      not null,
    state        jsonb       not null
);
comment on table escalation is 'One row an escalation: the newest state, and the columns that lists ask for. The truth is escalation_event.';
comment on column escalation.sequence is 'The sequence number of the newest event; two that decide at once cannot both raise it.';
comment on column escalation.next_due is 'When the next promise is due; null while nothing is owed.';

create index escalation_open on escalation (next_due nulls last, key) where over_at is null;
create index escalation_by_account on escalation (account, number desc);
create index escalation_by_owner on escalation (owner) where over_at is null;

create table escalation_event (
    escalation text        not null references escalation (key),
    sequence   bigint      not null,
    at         timestamptz not null,
    name       text        not null,
    actor      text        not null,
    actor_name text        not null,
    body       jsonb       not null,
    primary key (escalation, sequence)
);
comment on table escalation_event is 'What happened, in order, for ever: rows are added and never changed.';

create table escalation_person (
    escalation text not null references escalation (key),
    role       text not null,
    person     text not null,
    primary key (escalation, role)
);
create index escalation_person_by_person on escalation_person (person);

create table escalation_ticket (
    ticket     text not null,
    escalation text not null references escalation (key),
    primary key (ticket, escalation)
);

create table ticket (
    id         text        primary key,
    account    text        not null,
    status     text        not null,
    opened_at  timestamptz not null,
    changed_at timestamptz not null,
    state      jsonb       not null
);
create index ticket_by_account on ticket (account, changed_at desc);

create table alarm (
    subject text        not null,
    step    text        not null,
    cycle   integer     not null,
    at      timestamptz not null,
    primary key (subject, step, cycle)
);
comment on table alarm is 'Armed alarms, derived from the state in the transaction that changes it. The subject is escalation:KEY or ticket:ID.';
create index alarm_due on alarm (at);

create table strike (
    subject   text        not null,
    step      text        not null,
    cycle     integer     not null,
    due_at    timestamptz not null,
    struck_at timestamptz not null,
    did       boolean     not null,
    primary key (subject, step, cycle, due_at)
);
comment on table strike is 'Every alarm that went off, once: when it was due, when it was struck, and whether it still fitted.';
