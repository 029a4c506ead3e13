create table attachment (
    id         uuid        primary key,
    escalation text        not null references escalation (key),
    file       text        not null,
    type       text        not null,
    size       bigint      not null,
    sha256     text        not null,
    added_at   timestamptz not null,
    bytes      bytea       not null
);
comment on table attachment is 'Files that people attached, for as long as the escalation is kept. Who attached which, and why, stands in escalation_event.';
create index attachment_by_escalation on attachment (escalation, id);
-- They are packed already, mostly.
alter table attachment alter column bytes set storage external;
