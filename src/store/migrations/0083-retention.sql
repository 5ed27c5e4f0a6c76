-- How long what a partnership keeps is kept, who decided that something is disposed of, and what was.

-- Each time that the schedule was changed; without one, the schedule that Concord comes with.
create table retention_schedule (
  partnership_id uuid not null references partnership,
  version        int not null check (version > 0),
  rules          jsonb not null,
  -- Why it was changed, for whoever asks later.
  why            text not null,
  saved_at       timestamptz not null,
  saved_by       uuid not null references person,
  primary key (partnership_id, version)
);
create trigger retention_schedule_is_only_added_to before update or delete or truncate on retention_schedule
  for each statement execute function refuse_change();

-- Nothing touches what is on hold until it is lifted.
create table legal_hold (
  id             uuid primary key,
  partnership_id uuid not null references partnership,
  difference_id  uuid not null references difference,
  reason         text not null,
  placed_at      timestamptz not null,
  placed_by      uuid not null references person,
  lifted_at      timestamptz,
  lifted_by      uuid references person,
  lifted_why     text,
  check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_why is null))
);
create unique index legal_hold_in_force on legal_hold (difference_id) where lifted_at is null;
create index legal_hold_of on legal_hold (partnership_id, difference_id);

-- What was decided of a difference whose time is over: the last counts.
create table retention_decision (
  difference_id    uuid not null references difference,
  number           int not null check (number > 0),
  partnership_id   uuid not null references partnership,
  -- Disposal waits for a second person; 'not' takes it back, or is what the second person says.
  decides          text not null check (decides in ('dispose', 'keep', 'not')),
  keep_until       date,
  reason           text,
  -- The day on which it came due, and by which version of the schedule.
  due_on           date,
  schedule_version int not null,
  at               timestamptz not null,
  by_person        uuid not null references person,
  primary key (difference_id, number),
  check ((decides = 'keep') = (keep_until is not null)),
  check ((decides = 'dispose') = (due_on is not null)),
  check (decides = 'dispose' or reason is not null)
);
create index retention_decision_of on retention_decision (partnership_id);

-- The certificate of what was disposed of. It names no child, and nothing of what was disposed of leads to it.
create table disposal (
  id               uuid primary key,
  partnership_id   uuid not null references partnership,
  number           int not null check (number > 0),
  difference_id    uuid not null unique,
  reference        text not null,
  -- Whose people are told that it was disposed of when they look for it.
  agencies         uuid[] not null,
  -- What the schedule said, in words, and the day that this made.
  rule             text not null,
  schedule_version int not null,
  due_on           date not null,
  -- Two people, whoever they are by now.
  decided_by       uuid not null,
  decided_at       timestamptz not null,
  confirmed_by     uuid not null,
  disposed_at      timestamptz not null,
  -- Where a backup had brought it back: when it was disposed of again.
  again_at         timestamptz,
  -- How many rows of which table; null only while it is being done.
  rows             jsonb,
  unique (partnership_id, number),
  check (decided_by <> confirmed_by)
);

-- Nothing open and nothing on hold is ever disposed of, whoever asks.
create function refuse_disposal() returns trigger language plpgsql as $$
begin
  if new.again_at is null then
    if exists (select from difference where id = new.difference_id and status <> 'ended') then
      raise exception 'What is open is never disposed of';
    elsif exists (select from legal_hold where difference_id = new.difference_id and lifted_at is null) then
      raise exception 'What is on hold is never disposed of';
    elsif exists (
      select from subject_request_difference found join subject_request asked on asked.id = found.request_id
      where found.difference_id = new.difference_id and found.is_theirs is distinct from false and asked.closed_at is null
    ) then
      raise exception 'What somebody asked to see is not disposed of before they have their answer';
    elsif not exists (
      select from (
        select decides, by_person from retention_decision
        where difference_id = new.difference_id order by number desc limit 1) last
      where last.decides = 'dispose' and last.by_person = new.decided_by
    ) then
      raise exception 'Nobody decided that this is disposed of';
    end if;
  end if;
  return new;
end $$;
create trigger disposal_is_decided before insert on disposal
  for each row execute function refuse_disposal();

create function refuse_change_of_certificate() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.rows is null and (to_jsonb(new) - 'rows') = (to_jsonb(old) - 'rows') then
    return new;
  end if;
  raise exception 'The record is only ever added to: % of % refused', tg_op, tg_table_name;
end $$;
create trigger disposal_stays before update or delete on disposal
  for each row execute function refuse_change_of_certificate();
create trigger disposals_stay before truncate on disposal
  for each statement execute function refuse_change();

-- What went by itself when its time was over: how much of what on which day.
create table disposed_by_itself (
  partnership_id   uuid not null references partnership,
  kind             text not null,
  on_day           date not null,
  schedule_version int not null,
  rows             int not null,
  primary key (partnership_id, kind, on_day, schedule_version)
);

-- When whoever decides was last asked about what is due, and since when something has been.
create table retention_reminder (
  partnership_id uuid primary key references partnership,
  due_since      date not null,
  reminded_on    date not null,
  head_told_on   date
);

-- What reports count of differences that were disposed of: under a name of its own, so that nothing leads from a reference
-- or an address to it.
create table counted_kept (
  id                  uuid primary key,
  partnership_id      uuid not null references partnership,
  protocol            text not null,
  protocol_version_id uuid not null references protocol_version,
  raising_agency_id   uuid not null references agency,
  receiving_agency_id uuid references agency,
  raised_on           date not null,
  ended_on            date,
  facts               jsonb not null,
  last_on             text collate "C" generated always as (last_day_in(facts)) stored
);
create index counted_kept_of on counted_kept (partnership_id, protocol, ended_on);

-- A lesson names nobody and stays; what it was learned from does not.
alter table lesson alter column difference_id drop not null;
alter table lesson add column protocol_version_id uuid references protocol_version;
alter table lesson add check (difference_id is not null or protocol_version_id is not null);

-- What refuses to be removed is removed with a difference that was disposed of, and never else.
create function refuse_change_but_disposal() returns trigger language plpgsql as $$
begin
  if exists (select from disposal where difference_id = old.difference_id) then
    return old;
  end if;
  raise exception 'The record is only ever added to: % of % refused', tg_op, tg_table_name;
end $$;

drop trigger event_is_append_only on event;
create trigger event_is_append_only before update or truncate on event
  for each statement execute function refuse_change();
create trigger event_stays before delete on event
  for each row execute function refuse_change_but_disposal();
drop trigger narrative_is_append_only on narrative;
create trigger narrative_is_append_only before update or truncate on narrative
  for each statement execute function refuse_change();
create trigger narrative_stays before delete on narrative
  for each row execute function refuse_change_but_disposal();
drop trigger reading_is_append_only on reading;
create trigger reading_is_append_only before update or truncate on reading
  for each statement execute function refuse_change();
create trigger reading_stays before delete on reading
  for each row execute function refuse_change_but_disposal();
create trigger retention_decision_is_append_only before update or truncate on retention_decision
  for each statement execute function refuse_change();
create trigger retention_decision_stays before delete on retention_decision
  for each row execute function refuse_change_but_disposal();

drop trigger lesson_words_before_is_append_only on lesson_words_before;
create trigger lesson_words_before_is_append_only before update or truncate on lesson_words_before
  for each statement execute function refuse_change();
create function refuse_change_of_words_before() returns trigger language plpgsql as $$
begin
  if exists (
    select from lesson join disposal on disposal.difference_id = lesson.difference_id where lesson.id = old.lesson_id
  ) then
    return old;
  end if;
  raise exception 'The record is only ever added to: % of % refused', tg_op, tg_table_name;
end $$;
create trigger lesson_words_before_stay before delete on lesson_words_before
  for each row execute function refuse_change_of_words_before();

create or replace function refuse_change_of_sent_file() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' then
    raise exception 'The record is only ever added to: % of % refused', tg_op, tg_table_name;
  elsif old.seq is null then
    return case tg_op when 'DELETE' then old else new end;
  elsif tg_op = 'DELETE' and exists (select from disposal where difference_id = old.difference_id) then
    return old;
  elsif tg_op = 'DELETE' or (to_jsonb(new) - 'state') <> (to_jsonb(old) - 'state') then
    raise exception 'The record is only ever added to: % of % refused', tg_op, tg_table_name;
  end if;
  return new;
end $$;
create or replace function refuse_change_of_sent_part() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' or exists (
    select from file where id = old.file_id and seq is not null
      and not exists (select from disposal where disposal.difference_id = file.difference_id)
  ) then
    raise exception 'The record is only ever added to: % of % refused', tg_op, tg_table_name;
  end if;
  return old;
end $$;

-- Removes a difference for which there is a certificate, whatever table holds something of it by its `difference_id`: its
-- key, its record, what was written and sent, and all that was derived. What is counted of it stays, under another name.
-- It runs as the owner of the tables: whoever serves may remove nothing else of the record.
create function dispose_of(what uuid) returns jsonb language plpgsql security definer set search_path from current as $$
declare
  holds record;
  removed bigint;
  counts jsonb := '{}';
  by_link uuid[] := array(select id from person where only_in = what);
  files uuid[] := array(
    select id from file where difference_id = what union select file_id from file_draft where difference_id = what);
begin
  if not exists (select from disposal where difference_id = what and rows is null) then
    raise exception 'There is no certificate for this';
  end if;
  insert into counted_kept (id, partnership_id, protocol, protocol_version_id, raising_agency_id, receiving_agency_id,
      raised_on, ended_on, facts)
    select gen_random_uuid(), c.partnership_id, c.protocol, d.protocol_version_id, d.raising_agency_id, d.receiving_agency_id,
      c.raised_on, c.ended_on, c.facts
    from counted c join difference d on d.id = c.difference_id where d.id = what;
  delete from lesson_words_before where lesson_id in (select id from lesson where difference_id = what);
  update lesson set protocol_version_id = d.protocol_version_id, difference_id = null
    from difference d where d.id = lesson.difference_id and d.id = what;
  update difference set continues_id = null where continues_id = what;
  delete from file_part where file_id = any (files);
  delete from file_draft where file_id = any (files);
  delete from file where id = any (files);
  get diagnostics removed = row_count;
  if removed > 0 then counts := counts || jsonb_build_object('file', removed); end if;
  for holds in
    with recursive holding as (
      select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid
      where a.attname = 'difference_id' and not a.attisdropped and c.relkind = 'r'
        and c.relnamespace = current_schema()::regnamespace and c.relname <> all ('{disposal,checkpoint_head}')
    ), named (oid, after) as (
      select oid, 0 from holding
      union
      select k.confrelid, named.after + 1 from named join pg_constraint k on k.conrelid = named.oid
      where k.contype = 'f' and k.confrelid <> k.conrelid and k.confrelid in (select oid from holding) and named.after < 20
    )
    -- What others lead to goes after them.
    select c.relname::text as name from named join pg_class c on c.oid = named.oid
    group by c.relname order by max(named.after), c.relname
  loop
    execute format('select count(*) from %I where difference_id = $1', holds.name) into removed using what;
    if removed > 0 then
      execute format('delete from %I where difference_id = $1', holds.name) using what;
      counts := counts || jsonb_build_object(holds.name, removed + coalesce((counts ->> holds.name)::bigint, 0));
    end if;
  end loop;
  -- Whoever answered by a link was known in this difference alone.
  delete from message where to_person = any (by_link);
  delete from one_time_link where person_id = any (by_link);
  begin
    delete from person where id = any (by_link);
  exception when foreign_key_violation then
    update person set name = 'Somebody who answered by a link', job_title = '', email = id || '@invalid', phone = null,
      mobile = null, only_in = null, vouched_level = null, by_link_until = null, left_at = coalesce(left_at, now()) where id = any (by_link);
  end;
  delete from difference where id = what;
  update disposal set rows = counts where difference_id = what;
  return counts;
end $$;
