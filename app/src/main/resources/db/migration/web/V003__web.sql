-- Answers to creating calls with an Idempotency-Key; status is empty while the first call is still at work.
create table repeated_requests (
    caller text not null,
    idempotency_key text not null,
    request_hash bytea not null,
    started_at timestamptz not null,
    status integer,
    content_type text,
    location text,
    etag text,
    body bytea,
    primary key (caller, idempotency_key)
);

create index repeated_requests_started_at on repeated_requests (started_at);
