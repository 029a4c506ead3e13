select account_id, name, plan, region, facts, people, revision, changed_at, changed_by, removed_at, removed_by
from account
where (account_id) = (:account_id);

select account_id, name, plan, region, facts, people, revision, changed_at, changed_by, removed_at, removed_by
from account
order by account_id;

select account_id, name, plan, region, facts, people, revision, changed_at, changed_by, removed_at, removed_by
from account
where removed_at is null
    and (account_id) > (:account_id)
    and (:search = '' or position(lower(:search) in lower(name || ' ' || account_id)) > 0)
order by account_id
limit :limit;

insert into account (account_id, name, plan, region, facts, people, revision, changed_at, changed_by, removed_at, removed_by)
values (:account_id, :name, :plan, :region, cast(:facts as jsonb), cast(:people as jsonb), :revision, :changed_at, :changed_by, :removed_at, :removed_by)
on conflict (account_id) do update
set name = excluded.name, plan = excluded.plan, region = excluded.region, facts = excluded.facts, people = excluded.people, revision = excluded.revision, changed_at = excluded.changed_at, changed_by = excluded.changed_by, removed_at = excluded.removed_at, removed_by = excluded.removed_by;

select account_id, contact_id, name, email, channel, language, zone, position, revision, changed_at, changed_by, removed_at, removed_by
from account_contact
where (account_id, contact_id) = (:account_id, :contact_id);

select account_id, contact_id, name, email, channel, language, zone, position, revision, changed_at, changed_by, removed_at, removed_by
from account_contact
order by account_id, contact_id;

select account_id, contact_id, name, email, channel, language, zone, position, revision, changed_at, changed_by, removed_at, removed_by
from account_contact
where removed_at is null
    and (account_id, contact_id) > (:account_id, :contact_id)
    and (:search = '' or position(lower(:search) in lower(name || ' ' || email)) > 0)
order by account_id, contact_id
limit :limit;

insert into account_contact (account_id, contact_id, name, email, channel, language, zone, position, revision, changed_at, changed_by, removed_at, removed_by)
values (:account_id, :contact_id, :name, :email, :channel, :language, :zone, :position, :revision, :changed_at, :changed_by, :removed_at, :removed_by)
on conflict (account_id, contact_id) do update
set name = excluded.name, email = excluded.email, channel = excluded.channel, language = excluded.language, zone = excluded.zone, position = excluded.position, revision = excluded.revision, changed_at = excluded.changed_at, changed_by = excluded.changed_by, removed_at = excluded.removed_at, removed_by = excluded.removed_by;

select source, match, key, account_id, revision, changed_at, changed_by, removed_at, removed_by
from account_alias
where (source, match) = (:source, :match);

select source, match, key, account_id, revision, changed_at, changed_by, removed_at, removed_by
from account_alias
order by source, match;

select source, match, key, account_id, revision, changed_at, changed_by, removed_at, removed_by
from account_alias
where removed_at is null
    and (source, match) > (:source, :match)
    and (:search = '' or position(lower(:search) in lower(key || ' ' || account_id)) > 0)
order by source, match
limit :limit;

insert into account_alias (source, match, key, account_id, revision, changed_at, changed_by, removed_at, removed_by)
values (:source, :match, :key, :account_id, :revision, :changed_at, :changed_by, :removed_at, :removed_by)
on conflict (source, match) do update
set key = excluded.key, account_id = excluded.account_id, revision = excluded.revision, changed_at = excluded.changed_at, changed_by = excluded.changed_by, removed_at = excluded.removed_at, removed_by = excluded.removed_by;

select calendar_id, zone, hours, country, region, holidays, worked, special_hours, icalendar, revision, changed_at, changed_by, removed_at, removed_by
from calendar
where (calendar_id) = (:calendar_id);

select calendar_id, zone, hours, country, region, holidays, worked, special_hours, icalendar, revision, changed_at, changed_by, removed_at, removed_by
from calendar
order by calendar_id;

select calendar_id, zone, hours, country, region, holidays, worked, special_hours, icalendar, revision, changed_at, changed_by, removed_at, removed_by
from calendar
where removed_at is null
    and (calendar_id) > (:calendar_id)
    and (:search = '' or position(lower(:search) in lower(calendar_id || ' ' || zone)) > 0)
order by calendar_id
limit :limit;

insert into calendar (calendar_id, zone, hours, country, region, holidays, worked, special_hours, icalendar, revision, changed_at, changed_by, removed_at, removed_by)
values (:calendar_id, :zone, :hours, :country, :region, :holidays, :worked, :special_hours, :icalendar, :revision, :changed_at, :changed_by, :removed_at, :removed_by)
on conflict (calendar_id) do update
set zone = excluded.zone, hours = excluded.hours, country = excluded.country, region = excluded.region, holidays = excluded.holidays, worked = excluded.worked, special_hours = excluded.special_hours, icalendar = excluded.icalendar, revision = excluded.revision, changed_at = excluded.changed_at, changed_by = excluded.changed_by, removed_at = excluded.removed_at, removed_by = excluded.removed_by;

select team_id, name, calendar, revision, changed_at, changed_by, removed_at, removed_by
from team
where (team_id) = (:team_id);

select team_id, name, calendar, revision, changed_at, changed_by, removed_at, removed_by
from team
order by team_id;

select team_id, name, calendar, revision, changed_at, changed_by, removed_at, removed_by
from team
where removed_at is null
    and (team_id) > (:team_id)
    and (:search = '' or position(lower(:search) in lower(name || ' ' || team_id)) > 0)
order by team_id
limit :limit;

insert into team (team_id, name, calendar, revision, changed_at, changed_by, removed_at, removed_by)
values (:team_id, :name, :calendar, :revision, :changed_at, :changed_by, :removed_at, :removed_by)
on conflict (team_id) do update
set name = excluded.name, calendar = excluded.calendar, revision = excluded.revision, changed_at = excluded.changed_at, changed_by = excluded.changed_by, removed_at = excluded.removed_at, removed_by = excluded.removed_by;

select person_id, name, email, team, function, duties, skills, seniority, calendar, backup, revision, changed_at, changed_by, removed_at, removed_by
from person
where (person_id) = (:person_id);

select person_id, name, email, team, function, duties, skills, seniority, calendar, backup, revision, changed_at, changed_by, removed_at, removed_by
from person
order by person_id;

select person_id, name, email, team, function, duties, skills, seniority, calendar, backup, revision, changed_at, changed_by, removed_at, removed_by
from person
where removed_at is null
    and (person_id) > (:person_id)
    and (:search = '' or position(lower(:search) in lower(name || ' ' || email || ' ' || person_id)) > 0)
order by person_id
limit :limit;

insert into person (person_id, name, email, team, function, duties, skills, seniority, calendar, backup, revision, changed_at, changed_by, removed_at, removed_by)
values (:person_id, :name, :email, :team, :function, :duties, :skills, :seniority, :calendar, :backup, :revision, :changed_at, :changed_by, :removed_at, :removed_by)
on conflict (person_id) do update
set name = excluded.name, email = excluded.email, team = excluded.team, function = excluded.function, duties = excluded.duties, skills = excluded.skills, seniority = excluded.seniority, calendar = excluded.calendar, backup = excluded.backup, revision = excluded.revision, changed_at = excluded.changed_at, changed_by = excluded.changed_by, removed_at = excluded.removed_at, removed_by = excluded.removed_by;

select person_id, absence_id, away_from, away_until, reason, revision, changed_at, changed_by, removed_at, removed_by
from absence
where (person_id, absence_id) = (:person_id, :absence_id);

select person_id, absence_id, away_from, away_until, reason, revision, changed_at, changed_by, removed_at, removed_by
from absence
order by person_id, absence_id;

select person_id, absence_id, away_from, away_until, reason, revision, changed_at, changed_by, removed_at, removed_by
from absence
where removed_at is null
    and (person_id, absence_id) > (:person_id, :absence_id)
    and (:search = '' or position(lower(:search) in lower(person_id || ' ' || reason)) > 0)
order by person_id, absence_id
limit :limit;

insert into absence (person_id, absence_id, away_from, away_until, reason, revision, changed_at, changed_by, removed_at, removed_by)
values (:person_id, :absence_id, :away_from, :away_until, :reason, :revision, :changed_at, :changed_by, :removed_at, :removed_by)
on conflict (person_id, absence_id) do update
set away_from = excluded.away_from, away_until = excluded.away_until, reason = excluded.reason, revision = excluded.revision, changed_at = excluded.changed_at, changed_by = excluded.changed_by, removed_at = excluded.removed_at, removed_by = excluded.removed_by;
