create table playbook_version (
    number       bigint generated always as identity primary key,
    version      text        not null unique,
    name         text        not null,
    text         text        not null,
    published_at timestamptz not null,
    published_by text        not null,
    note         text        not null default ''
);
comment on table playbook_version is 'Every playbook that ever was in force, immutable; the one with the highest number is in force.';
