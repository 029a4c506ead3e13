-- Events of escalations that are to go to Kafka, written with what happened and removed once Kafka has them.
create table feed_event (
    position bigint generated always as identity primary key, -- of one escalation in its order; others may come between later
    escalation_key text not null,
    arose_at timestamptz not null,
    body text not null -- the CloudEvent as it goes, however often
);

-- At most one row: which node publishes at present, so that the others do not do it too.
create table feed_turn (
    single boolean primary key default true check (single),
    node uuid not null,
    ends_at timestamptz not null
);
