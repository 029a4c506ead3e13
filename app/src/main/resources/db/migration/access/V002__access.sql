-- Who may sign in. The hash is empty until the person has chosen a password.
create table users (
    user_id uuid primary key,
    sign_in_name text not null check (sign_in_name = lower(sign_in_name)),
    name text not null,
    email text not null,
    person_id text not null default '',
    role text not null check (role in ('agent', 'manager', 'executive', 'administrator')),
    password_hash text,
    zone text not null default 'UTC',
    created_at timestamptz not null,
    created_by text not null,
    disabled_at timestamptz,
    disabled_by text
);

create unique index users_sign_in_name on users (sign_in_name);

-- Links that admit once: for the first administrator, and for people who choose their password. Only a hash is kept.
create table one_time_links (
    link_hash bytea primary key,
    purpose text not null check (purpose in ('first-administrator', 'invitation')),
    user_id uuid references users,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);

-- Failed attempts to sign in, by name and by address, whether or not the name exists.
create table sign_in_failures (
    subject text primary key,
    failures integer not null,
    last_at timestamptz not null
);

create index sign_in_failures_last_at on sign_in_failures (last_at);

-- Access for programs. Each acts as an actor of its own.
create table api_tokens (
    token_id uuid primary key,
    name text not null,
    role text not null check (role in ('agent', 'manager', 'executive', 'administrator')),
    scopes text[] not null,
    token_hash bytea not null unique,
    ending text not null,
    created_at timestamptz not null,
    created_by text not null,
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz,
    revoked_by text
);

-- What people did to the installation itself; rows are only ever added.
create table audit_entries (
    entry_id bigint generated always as identity primary key,
    at timestamptz not null,
    actor_id text not null,
    actor text not null,
    act text not null,
    subject text not null,
    detail jsonb not null,
    address text not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;

create trigger audit_entries_stay before update or delete on audit_entries
    for each row execute function refuse_change();
create trigger audit_entries_stay_all before truncate on audit_entries
    for each statement execute function refuse_change();

-- As Spring Session wants it, so that any node serves any session.
create table http_session (
    primary_id char(36) not null primary key,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);

create unique index http_session_session_id on http_session (session_id);
create index http_session_expiry_time on http_session (expiry_time);
create index http_session_principal_name on http_session (principal_name);

create table http_session_attributes (
    session_primary_id char(36) not null references http_session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
