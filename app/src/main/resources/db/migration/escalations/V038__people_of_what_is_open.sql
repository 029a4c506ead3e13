-- Whom an escalation concerns is asked of open ones only, so only theirs are kept: what is over would make it grow with the years.
delete from escalation_person p using escalation e where e.key = p.escalation and e.over_at is not null;
comment on table escalation_person is 'Who holds which role in an open escalation, derived from its state in the transaction that changes it.';

-- The board lists what is open by its number. The index over all numbers would be read through all that has ended since the oldest of them began.
create index escalation_open_by_number on escalation (number desc) where over_at is null;
