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
    claim uuid,
    claimed_until timestamptz,
    passed_at timestamptz,
    digest_id uuid references outbox,
    address text,
    sent_at timestamptz
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
