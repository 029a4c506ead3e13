-- Escalations are struck many at a time and tickets one by one, so each kind is looked for by itself.
create index alarm_due_of_escalations on alarm (at) where subject like 'escalation:%';
create index alarm_due_of_tickets on alarm (at) where subject like 'ticket:%';
drop index alarm_due;
