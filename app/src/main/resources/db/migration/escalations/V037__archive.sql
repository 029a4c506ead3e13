-- The history of escalations that are long over: its events and strikes as lines of JSON, compressed. The row of escalation stays.
create table escalation_archive (
    escalation  text        primary key references escalation (key),
    events      bigint      not null check (events > 0), -- those with the sequence numbers from 1 up to it
    strikes     bigint      not null,
    packed      bytea       not null,
    sha256      text        not null, -- of the lines, before they were compressed
    archived_at timestamptz not null
);
comment on table escalation_archive is
    'What happened in escalations that are long over, a row an escalation. Who writes to one of them puts its history back first.';
alter table escalation_archive alter column packed set storage external;

-- What happened is still never changed. It goes only in a transaction that says it archives, and only when the archive has it.
create function stay_unless_archived() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('bellrope.archiving', true) = 'on' then
        if exists (select from escalation_archive
                   where escalation = old.escalation and events >= old.sequence) then
            return old;
        end if;
    end if;
    raise exception '% is append-only', tg_table_name;
end
$$;
drop trigger escalation_event_stay on escalation_event;
create trigger escalation_event_stay before update or delete on escalation_event
    for each row execute function stay_unless_archived();

-- An archive goes only when what happened is back.
create function stay_until_put_back() returns trigger language plpgsql as $$
begin
    if old.events = (select count(*) from escalation_event
                     where escalation = old.escalation and sequence <= old.events) then
        return old;
    end if;
    raise exception '% goes only when its events are back', tg_table_name;
end
$$;
create trigger escalation_archive_goes before delete on escalation_archive
    for each row execute function stay_until_put_back();
create trigger escalation_archive_stays before update on escalation_archive
    for each row execute function refuse_change();
create trigger escalation_archive_stays_all before truncate on escalation_archive
    for each statement execute function refuse_change();
