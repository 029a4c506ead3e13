-- W3C traceparent of what the message comes from; a digest gathers from many and has none.
alter table outbox add column trace text;
