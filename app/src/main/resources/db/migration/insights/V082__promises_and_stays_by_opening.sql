-- When the escalation was opened stands beside its promises and stays too: a period is read without those of all other years.
alter table insight_promise add column opened_at timestamptz;
update insight_promise set opened_at = c.opened_at from insight_course c where c.escalation = insight_promise.escalation;
create index insight_promise_by_opening on insight_promise (opened_at);
alter table insight_stay add column opened_at timestamptz;
update insight_stay set opened_at = c.opened_at from insight_course c where c.escalation = insight_stay.escalation;
create index insight_stay_by_opening on insight_stay (opened_at);
comment on column insight_promise.opened_at is 'As in insight_course.';
comment on column insight_stay.opened_at is 'As in insight_course.';
