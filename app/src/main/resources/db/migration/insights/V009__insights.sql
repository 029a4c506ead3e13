create table insight_due (
    position   bigint generated always as identity primary key,
    escalation text   not null,
    arose_at   timestamptz
);
comment on table insight_due is 'Escalations of which something happened that insight_course may not know yet; written with what happened, removed once it does.';
comment on column insight_due.arose_at is 'When it happened; null: long ago, and it is counted anew.';

create table insight_course (
    escalation          text    not null,
    number              bigint  not null,
    sequence            bigint  not null,
    account             text    not null,
    account_name        text    not null,
    title               text    not null,
    product             text    not null,
    status              text    not null,
    severity            text    not null,
    tier                text    not null,
    band                text    not null,
    owner               text    not null,
    handoffs            integer not null,
    opened_at           timestamptz,
    acknowledge_ms      bigint,
    update_ms           bigint,
    plan_ms             bigint,
    resolve_ms          bigint,
    acknowledge_work_ms bigint,
    update_work_ms      bigint,
    plan_work_ms        bigint,
    resolve_work_ms     bigint,
    primary key (escalation, account)
);
comment on table insight_course is 'One row an escalation: what its events add up to. Derived; what is deleted here is counted anew.';
comment on column insight_course.sequence is 'The number of the newest event that is in it.';
comment on column insight_course.product is 'As the first of its tickets says that names one; empty where none does.';
comment on column insight_course.owner is 'The last one; empty where nobody ever was.';
comment on column insight_course.opened_at is 'Null: it was asked for, and never opened.';
comment on column insight_course.acknowledge_ms is 'Milliseconds from the opening, round the clock; those in _work_ are in the calendar of the promise, without its pauses.';
create index insight_course_by_opening on insight_course (opened_at);

create table insight_promise (
    escalation text    not null,
    account    text    not null,
    target     text    not null,
    tier       text    not null,
    met        integer not null,
    missed     integer not null,
    stopped    integer not null,
    opened_at  timestamptz,
    primary key (escalation, target, tier, account),
    foreign key (escalation, account) references insight_course on delete cascade
);
comment on table insight_promise is 'How the promises of an escalation ended, by target and by the response tier of that moment.';
comment on column insight_promise.opened_at is 'As in insight_course: a period is read without the promises of all other years.';
create index insight_promise_by_opening on insight_promise (opened_at);

create table insight_stay (
    escalation text   not null,
    account    text   not null,
    ladder     boolean not null,
    name       text   not null,
    past_ms    bigint not null,
    since      timestamptz,
    opened_at  timestamptz,
    primary key (escalation, ladder, name, account),
    foreign key (escalation, account) references insight_course on delete cascade
);
comment on table insight_stay is 'How long an escalation was on a level of the ladder, or in a state; since is set where it is now.';
comment on column insight_stay.opened_at is 'As in insight_course.';
create index insight_stay_by_opening on insight_stay (opened_at);

-- Whoever deletes rows has them counted anew.
create function count_insight_anew() returns trigger language plpgsql as $$
begin
    insert into insight_due (escalation) values (old.escalation);
    return null;
end
$$;
create trigger insight_course_anew after delete on insight_course
    for each row execute function count_insight_anew();
