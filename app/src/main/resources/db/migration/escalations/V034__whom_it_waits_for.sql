create table escalation_waits_for (
    who        text not null,
    escalation text not null references escalation (key),
    primary key (who, escalation)
);
create index escalation_waits_for_by_escalation on escalation_waits_for (escalation);
comment on table escalation_waits_for is
    'Whom an open escalation waits for beside those who hold a role in it, derived from its state: who was offered it, who was asked (a person or a duty), whose step of the plan is not done.';

insert into escalation_waits_for (who, escalation)
select state -> 'handoff' ->> 'to', escalation.key
from escalation
where over_at is null and jsonb_typeof(state -> 'handoff') = 'object'
union
select question.value ->> 'of', escalation.key
from escalation cross join jsonb_each(state -> 'questions') as question
where over_at is null
union
select step.value ->> 'owner', escalation.key
from escalation cross join jsonb_array_elements(state -> 'plan') as step
where over_at is null and step.value ->> 'state' <> 'PASSED' and step.value ->> 'owner' <> '';
