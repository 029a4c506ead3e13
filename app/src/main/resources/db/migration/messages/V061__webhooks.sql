-- Who wants to be told by HTTP. The secret signs every delivery, so it is kept as it is and shown once.
create table webhook_subscription (
    subscription_id uuid primary key,
    url text not null,
    secret text not null,
    kinds text[] not null,
    created_by text not null,
    created_at timestamptz not null,
    disabled_at timestamptz,
    disabled_because text not null default '',
    deleted_at timestamptz
);

-- One row a subscription and happening; states as in outbox.
create table webhook_delivery (
    delivery_id uuid primary key,
    subscription_id uuid not null references webhook_subscription,
    kind text not null,
    escalation_key text not null,
    body text not null,
    arose_at timestamptz not null,
    due_at timestamptz not null,
    state text not null check (state in ('waiting', 'sent', 'dead', 'discarded')),
    note text not null default '',
    attempts integer not null default 0,
    claim uuid,
    claimed_until timestamptz,
    sent_at timestamptz
);

create index webhook_delivery_due on webhook_delivery (due_at, delivery_id) where state = 'waiting';
create index webhook_delivery_state on webhook_delivery (state, delivery_id);
