-- The directory: who our customers are, and who we are. Ids come from outside (a CRM, an HR system) and order as bytes.
-- Every row says which revision of it this is and who wrote it when; a removed row says who removed it and when.

-- One row a part, locked by whoever writes to it; the number comes from a sequence, so that none is used twice, not even after a rollback.
create sequence directory_revision_number;

create table directory_revision (
    part text primary key check (part in ('customers', 'people')),
    revision bigint not null
);

insert into directory_revision (part, revision)
values ('customers', nextval('directory_revision_number')), ('people', nextval('directory_revision_number'));

create table account (
    account_id text collate "C" primary key,
    name text not null,
    plan text not null,
    region text not null,
    facts jsonb not null,
    people jsonb not null,
    revision bigint not null,
    changed_at timestamptz not null,
    changed_by text not null,
    removed_at timestamptz,
    removed_by text,
    check ((removed_at is null) = (removed_by is null))
);

create table account_contact (
    account_id text collate "C" not null references account,
    contact_id text collate "C" not null,
    name text not null,
    email text not null,
    channel text not null,
    language text not null,
    zone text not null,
    position integer not null,
    revision bigint not null,
    changed_at timestamptz not null,
    changed_by text not null,
    removed_at timestamptz,
    removed_by text,
    primary key (account_id, contact_id),
    check ((removed_at is null) = (removed_by is null))
);

-- What a source (a helpdesk, a monitoring system) calls an account; match is the key without differences of case and spacing.
create table account_alias (
    source text collate "C" not null,
    match text collate "C" not null,
    key text not null,
    account_id text collate "C" not null references account,
    revision bigint not null,
    changed_at timestamptz not null,
    changed_by text not null,
    removed_at timestamptz,
    removed_by text,
    primary key (source, match),
    check ((removed_at is null) = (removed_by is null))
);

create index account_alias_account on account_alias (account_id);

create table calendar (
    calendar_id text collate "C" primary key,
    zone text not null,
    hours text not null,
    country text not null,
    region text not null,
    holidays text[] not null,
    worked text[] not null,
    special_hours text[] not null,
    icalendar text not null,
    revision bigint not null,
    changed_at timestamptz not null,
    changed_by text not null,
    removed_at timestamptz,
    removed_by text,
    check ((removed_at is null) = (removed_by is null))
);

create table team (
    team_id text collate "C" primary key,
    name text not null,
    calendar text not null,
    revision bigint not null,
    changed_at timestamptz not null,
    changed_by text not null,
    removed_at timestamptz,
    removed_by text,
    check ((removed_at is null) = (removed_by is null))
);

create table person (
    person_id text collate "C" primary key,
    name text not null,
    email text not null,
    team text not null,
    function text not null,
    duties text[] not null,
    skills text[] not null,
    seniority integer not null check (seniority between 1 and 5),
    calendar text not null,
    backup text not null,
    revision bigint not null,
    changed_at timestamptz not null,
    changed_by text not null,
    removed_at timestamptz,
    removed_by text,
    check ((removed_at is null) = (removed_by is null))
);

-- Both ends as they were written: a day or a local time is one of the person's zone, whatever that zone will be.
create table absence (
    person_id text collate "C" not null references person,
    absence_id text collate "C" not null,
    away_from text not null,
    away_until text not null,
    reason text not null,
    revision bigint not null,
    changed_at timestamptz not null,
    changed_by text not null,
    removed_at timestamptz,
    removed_by text,
    primary key (person_id, absence_id),
    check ((removed_at is null) = (removed_by is null))
);
