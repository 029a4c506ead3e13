-- Unlogged: after a crash everybody says anew within seconds where they are.
create unlogged table presence (
    person     text        not null,
    name       text        not null,
    escalation text        not null,
    doing      text        not null,
    seen_at    timestamptz not null,
    primary key (escalation, person)
);
comment on table presence is 'Who has the page of an escalation open, and which of its forms they are writing in; what is older than a minute counts no more.';
create index presence_by_age on presence (seen_at);
