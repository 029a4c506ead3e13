create index escalation_over_by_account on escalation (account, over_at desc) where over_at is not null;
create index escalation_over_by_kind on escalation (issue_type, route, over_at desc) where over_at is not null;
