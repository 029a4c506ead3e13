-- What a source's bodies mean here: which account, which kind, which facts.
create table intake_rule (
    source text not null,
    position integer not null,
    rule jsonb not null,
    changed_at timestamptz not null,
    primary key (source, position)
);

-- What a source signs its bodies with. It is used and never shown.
create table intake_secret (
    source text primary key,
    scheme text not null check (scheme in ('hub', 'pagerduty', 'standard-webhooks')),
    secret text not null,
    changed_at timestamptz not null
);
