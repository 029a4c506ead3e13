-- All that was heard, once for each id of a source.
create table signal (
    signal_id uuid primary key,
    source text not null,
    external_id text not null,
    kind text not null,
    at timestamptz not null,
    received_at timestamptz not null,
    account_key text not null, -- what the source calls the account; empty: it says nothing
    account text not null, -- the account's id; empty while unknown
    ticket text not null,
    summary text not null,
    data jsonb not null,
    state text not null check (state in ('handled', 'unmapped', 'ignored', 'failed')),
    did jsonb not null, -- sentences for people
    error text not null,
    attempts integer not null,
    trace text, -- W3C traceparent: the one that it came with, or a new one
    unique (source, external_id)
);

create index signal_state on signal (state, signal_id);
create index signal_waiting on signal (source, account_key) where state = 'unmapped';
create index signal_ticket on signal (source, ticket) where ticket <> '';
-- The list of signals, of one source or of one account, the newest first.
create index signal_by_source on signal (source, signal_id);
create index signal_by_account on signal (account, signal_id) where account <> '';

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

-- Messages of a topic of signals that are none, for a person to see to; each whole in the dead-letter topic.
create table unreadable_message (
    message_id uuid primary key,
    topic text not null,
    partition integer not null,
    position bigint not null, -- Kafka's offset
    sent_at timestamptz not null, -- a topic that is made anew counts from 0 again
    message_key text not null, -- empty: none
    beginning text not null,
    why text not null,
    received_at timestamptz not null,
    dismissed_at timestamptz,
    dismissed_by text,
    unique (topic, partition, position, sent_at)
);

create index unreadable_message_open on unreadable_message (message_id) where dismissed_at is null;
