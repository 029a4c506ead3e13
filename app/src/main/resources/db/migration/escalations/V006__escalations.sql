-- What belongs to one account has the account in its keys, behind what tells it apart already, so that tables can be parted by it.
create sequence escalation_number start with 1001;

create table escalation (
    key          text        not null,
    number       bigint      not null,
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
    trace        text,
    state        jsonb       not null,
    primary key (key, account),
    unique (number, account)
);
comment on table escalation is 'One row an escalation: the newest state, and the columns that lists ask for. The truth is escalation_event.';
comment on column escalation.sequence is 'The sequence number of the newest event; two that decide at once cannot both raise it.';
comment on column escalation.trace is 'W3C traceparent of the signal that began it; as in ticket, where it is of the one that changed it last, and in escalation_event.';
comment on column escalation.next_due is 'When the next promise is due; null while nothing is owed.';

create index escalation_open on escalation (next_due nulls last, key) where over_at is null;
-- The index over all numbers would be read through all that has ended since the oldest of the open ones began.
create index escalation_open_by_number on escalation (number desc) where over_at is null;
create index escalation_by_account on escalation (account, number desc);
create index escalation_by_owner on escalation (owner) where over_at is null;
-- What is over, by what lists ask for: without these a filter that few fit reads the escalations of all years. They hold only what is
-- over, so that an escalation that lives pays nothing for them.
create index escalation_over_by_status on escalation (status, number desc) where over_at is not null;
create index escalation_over_by_owner on escalation (owner, number desc) where over_at is not null;
create index escalation_over_by_severity on escalation (severity, number desc) where over_at is not null;
create index escalation_over_by_account on escalation (account, over_at desc) where over_at is not null;
create index escalation_over_by_kind on escalation (issue_type, route, over_at desc) where over_at is not null;

create table escalation_event (
    escalation text        not null,
    account    text        not null,
    sequence   bigint      not null,
    at         timestamptz not null,
    name       text        not null,
    actor      text        not null,
    actor_name text        not null,
    trace      text,
    body       jsonb       not null,
    primary key (escalation, sequence, account),
    foreign key (escalation, account) references escalation (key, account)
);
comment on table escalation_event is 'What happened, in order, for ever: rows are added and never changed.';
-- What opened by itself in the last hour, for the guardrail openings-per-hour.
create index escalation_event_opened on escalation_event (at) where name = 'opened' and actor = 'system';
-- refuse_change comes with the audit trail.
create trigger escalation_event_stay_all before truncate on escalation_event
    for each statement execute function refuse_change();

-- The history of escalations that are long over: its events and strikes as lines of JSON, compressed. The row of escalation stays.
create table escalation_archive (
    escalation  text        not null,
    account     text        not null,
    events      bigint      not null check (events > 0), -- those with the sequence numbers from 1 up to it
    strikes     bigint      not null,
    packed      bytea       not null,
    sha256      text        not null, -- of the lines, before they were compressed
    archived_at timestamptz not null,
    primary key (escalation, account),
    foreign key (escalation, account) references escalation (key, account)
);
comment on table escalation_archive is
    'What happened in escalations that are long over, a row an escalation. Who writes to one of them puts its history back first.';
alter table escalation_archive alter column packed set storage external;

-- What happened is still never changed. It goes only in a transaction that says it archives, and only when the archive has it.
create function stay_unless_archived() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('bellrope.archiving', true) = 'on' then
        if exists (select from escalation_archive
                   where escalation = old.escalation and events >= old.sequence) then
            return old;
        end if;
    end if;
    raise exception '% is append-only', tg_table_name;
end
$$;
create trigger escalation_event_stay before update or delete on escalation_event
    for each row execute function stay_unless_archived();

-- An archive goes only when what happened is back.
create function stay_until_put_back() returns trigger language plpgsql as $$
begin
    if old.events = (select count(*) from escalation_event
                     where escalation = old.escalation and sequence <= old.events) then
        return old;
    end if;
    raise exception '% goes only when its events are back', tg_table_name;
end
$$;
create trigger escalation_archive_goes before delete on escalation_archive
    for each row execute function stay_until_put_back();
create trigger escalation_archive_stays before update on escalation_archive
    for each row execute function refuse_change();
create trigger escalation_archive_stays_all before truncate on escalation_archive
    for each statement execute function refuse_change();

create table escalation_person (
    escalation text not null,
    account    text not null,
    role       text not null,
    person     text not null,
    primary key (escalation, role, account),
    foreign key (escalation, account) references escalation (key, account)
);
comment on table escalation_person is 'Who holds which role in an open escalation, derived from its state in the transaction that changes it.';
create index escalation_person_by_person on escalation_person (person);

create table escalation_waits_for (
    who        text not null,
    escalation text not null,
    account    text not null,
    primary key (who, escalation, account),
    foreign key (escalation, account) references escalation (key, account)
);
create index escalation_waits_for_by_escalation on escalation_waits_for (escalation);
comment on table escalation_waits_for is
    'Whom an open escalation waits for beside those who hold a role in it, derived from its state: who was offered it, who was asked (a person or a duty), whose step of the plan is not done.';

create table escalation_ticket (
    ticket     text not null,
    escalation text not null,
    account    text not null,
    primary key (ticket, escalation, account),
    foreign key (escalation, account) references escalation (key, account)
);
-- The tickets of an escalation are asked for too: the board says what product each is about.
create index escalation_ticket_by_escalation on escalation_ticket (escalation, ticket);

create table ticket (
    id         text        primary key,
    account    text        not null,
    status     text        not null,
    opened_at  timestamptz not null,
    changed_at timestamptz not null,
    trace      text,
    state      jsonb       not null,
    product    text        not null generated always as (coalesce(state #>> '{facts,product}', '')) stored
);
create index ticket_by_account on ticket (account, changed_at desc);
-- How many tickets were opened in a time, by account and product, is asked by what escalations are compared with: from this index alone.
create index ticket_by_opening on ticket (opened_at, account, product);

create table attachment (
    id         uuid        not null,
    escalation text        not null,
    account    text        not null,
    file       text        not null,
    type       text        not null,
    size       bigint      not null,
    sha256     text        not null,
    added_at   timestamptz not null,
    bytes      bytea       not null,
    primary key (id, account),
    foreign key (escalation, account) references escalation (key, account)
);
comment on table attachment is 'Files that people attached, for as long as the escalation is kept. Who attached which, and why, stands in escalation_event.';
create index attachment_by_escalation on attachment (escalation, id);
-- They are packed already, mostly.
alter table attachment alter column bytes set storage external;

-- What was said about an escalation, for the search: its headline, and every text that a person or the customer wrote.
create table escalation_words (
    escalation text        not null,
    account    text        not null,
    sequence   bigint      not null,
    at         timestamptz not null,
    said       text        not null,
    words      tsvector    not null generated always as (to_tsvector('simple', said)) stored,
    primary key (escalation, sequence, account),
    foreign key (escalation, account) references escalation (key, account)
);
comment on table escalation_words is 'What the search looks through: the texts of events, written with them.';
comment on column escalation_words.sequence is 'The event''s; 0 is the headline.';
create index escalation_words_by_word on escalation_words using gin (words);

create table desk_look (
    person    text        primary key,
    looked_at timestamptz not null
);
comment on table desk_look is 'Up to when somebody has seen what happened where they take part; said by them, not guessed.';

create table saved_view (
    id     uuid        primary key,
    person text        not null,
    name   text        not null,
    query  text        not null,
    at     timestamptz not null,
    unique (person, name)
);
comment on table saved_view is 'Filters of the board that a person has given a name; the query is that of the board''s address.';
