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
