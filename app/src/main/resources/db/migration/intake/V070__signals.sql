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
    unique (source, external_id)
);

create index signal_state on signal (state, signal_id);
create index signal_waiting on signal (source, account_key) where state = 'unmapped';
create index signal_ticket on signal (source, ticket) where ticket <> '';
