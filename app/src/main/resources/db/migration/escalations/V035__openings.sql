-- What opened by itself in the last hour, for the guardrail openings-per-hour.
create index escalation_event_opened on escalation_event (at) where name = 'opened' and actor = 'system';
