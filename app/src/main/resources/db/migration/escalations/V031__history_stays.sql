-- What happened is never changed, whoever is connected. refuse_change comes with the audit trail.
create trigger escalation_event_stay before update or delete on escalation_event
    for each row execute function refuse_change();
create trigger escalation_event_stay_all before truncate on escalation_event
    for each statement execute function refuse_change();
