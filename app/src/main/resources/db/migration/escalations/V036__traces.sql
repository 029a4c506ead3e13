-- W3C traceparent of the signal that something comes from: that began the escalation, that changed the ticket last, that caused the
-- event. What is older has none.
alter table escalation add column trace text;
alter table ticket add column trace text;
alter table escalation_event add column trace text;
