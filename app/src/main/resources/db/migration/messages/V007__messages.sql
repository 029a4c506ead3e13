-- Everything that is to be said, in the words that it will be said in. A row is written in the transaction of the event it
-- follows from; what became of it is said by state and note, in words for people.
--   waiting    to be sent at due_at, which a retry or the quiet hours move
--   gathering  a digest that still takes lines until due_at
--   digested   a line of the digest that digest_id names
--   sent       accepted by the mail server, or shown where it is read (inbox, portal)
--   held       no mail server is configured; goes back to waiting when there is one
--   dead       given up, note says why; a person sends it again or discards it
--   dropped    one that says the same waits already
--   cancelled  its escalation is over
--   discarded  given up by a person
create table outbox (
    message_id uuid primary key,
    dedupe text not null unique,
    escalation_key text not null,
    recipient text not null,
    channel text not null,
    template text not null,
    same_as text not null,
    severity text not null,
    subject text not null,
    body text not null,
    because text not null,
    rails jsonb not null,
    arose_at timestamptz not null,
    due_at timestamptz not null,
    expires_at timestamptz not null,
    state text not null check (state in ('waiting', 'gathering', 'digested', 'sent', 'held', 'dead', 'dropped', 'cancelled', 'discarded')),
    note text not null default '',
    attempts integer not null default 0,
    unanswered integer not null default 0, -- how often it was handed to a mail server that has not answered and may have taken it; then it is finished, not cancelled
    claim uuid,
    claimed_until timestamptz,
    passed_at timestamptz,
    digest_id uuid references outbox,
    address text,
    sent_at timestamptz,
    trace text -- W3C traceparent of what it comes from; a digest gathers from many and has none
);

create index outbox_due on outbox (due_at, message_id) where state in ('waiting', 'gathering');
create index outbox_pending on outbox (recipient, escalation_key, template) where state in ('waiting', 'held', 'digested');
create index outbox_passed_recipient on outbox (recipient, passed_at) where passed_at is not null;
create index outbox_passed_escalation on outbox (escalation_key, passed_at) where passed_at is not null;
create index outbox_lines on outbox (digest_id) where digest_id is not null;
create index outbox_state on outbox (state, message_id);
create index outbox_escalation on outbox (escalation_key);
create unique index outbox_one_gathering_digest on outbox (recipient) where state = 'gathering';

-- What a person did with a message or a webhook delivery that had been given up.
create table outbox_act (
    outbox_act_id bigint generated always as identity primary key,
    message_id uuid not null,
    act text not null check (act in ('resent', 'discarded')),
    person text not null,
    note text not null,
    at timestamptz not null
);

create index outbox_act_message on outbox_act (message_id);

create table inbox (
    person_id text not null,
    message_id uuid not null references outbox on delete cascade,
    read_at timestamptz,
    primary key (person_id, message_id)
);

-- Every page counts what its reader has not read; what was read grows with the years.
create index inbox_unread on inbox (person_id) where read_at is null;

-- Addresses that bounced; nothing goes to them. Kept in lower case.
create table suppressed_address (
    address text primary key,
    reason text not null,
    since timestamptz not null
);

-- What the local transport caught, for the demo: no mail leaves the machine.
create table mailbox (
    message_id uuid primary key,
    sender text not null,
    recipient text not null,
    subject text not null,
    headers text not null,
    text_body text not null,
    html_body text not null,
    caught_at timestamptz not null
);

create index mailbox_caught on mailbox (caught_at desc);

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
-- The newest delivery of each subscription, as the settings show it.
create index webhook_delivery_subscription on webhook_delivery (subscription_id, delivery_id);

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
