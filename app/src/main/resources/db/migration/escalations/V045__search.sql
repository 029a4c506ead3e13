-- What was said about an escalation, for the search: its headline, and every text that a person or the customer wrote.
create table escalation_words (
    escalation text        not null references escalation (key),
    sequence   bigint      not null,
    at         timestamptz not null,
    said       text        not null,
    words      tsvector    not null generated always as (to_tsvector('simple', said)) stored,
    primary key (escalation, sequence)
);
comment on table escalation_words is 'What the search looks through: the texts of events, written with them. It can be made again from the events.';
comment on column escalation_words.sequence is 'The event''s; 0 is the headline.';
create index escalation_words_by_word on escalation_words using gin (words);

insert into escalation_words (escalation, sequence, at, said)
select key, 0, begun_at, left(concat_ws(' ', key, account_name, title, state ->> 'impactNote'), 4000)
from escalation;

insert into escalation_words (escalation, sequence, at, said)
select escalation, sequence, at, left(said, 4000)
from (
    select escalation, sequence, at,
           concat_ws(' ', body ->> 'file', body ->> 'text', body ->> 'question', body ->> 'choice', body ->> 'rationale',
                     body ->> 'note', body ->> 'evidence', body ->> 'summary', body ->> 'situation', body ->> 'nextAction',
                     (select string_agg(step ->> 'text', ' ') from jsonb_array_elements(body -> 'steps') step),
                     body ->> 'contingency') as said
    from escalation_event
    where name in ('note-added', 'attached', 'update-sent', 'update-proposed', 'customer-heard', 'decision-asked', 'decided',
                   'workaround-recorded', 'root-cause-recorded', 'plan-set', 'paused', 'step-validated', 'criterion-met', 'resolved',
                   'closed', 'accepted', 'handoff-offered')
) words
where said <> '';
