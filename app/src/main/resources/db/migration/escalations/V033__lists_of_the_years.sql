-- What is over, by what lists ask for: without these a filter that few fit reads the escalations of all years. They hold only what is
-- over, so that an escalation that lives pays nothing for them.
create index escalation_over_by_status on escalation (status, number desc) where over_at is not null;
create index escalation_over_by_owner on escalation (owner, number desc) where over_at is not null;
create index escalation_over_by_severity on escalation (severity, number desc) where over_at is not null;
