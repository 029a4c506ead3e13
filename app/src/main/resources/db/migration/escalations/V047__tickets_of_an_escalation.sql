-- The tickets of an escalation are asked for too: the board says what product each is about.
create index escalation_ticket_by_escalation on escalation_ticket (escalation, ticket);
