-- Somebody whom only a text names: every text is looked through for them, beside the page, and whoever answers the request says
-- of each difference that was found whether it names them, and why.
alter table task drop constraint task_kind_check, add constraint task_kind_check
  check (kind in ('read-old-log', 'check-old-log', 'import-old-log', 'undo-old-log', 'make-download', 'verify-record', 'make-report',
    'check-report', 'look-for-name'));
alter table subject_request_done drop constraint subject_request_done_what_check, add constraint subject_request_done_what_check
  check (what in ('begun', 'extended', 'looked-through', 'pack-asked', 'pack-made', 'closed'));
create table subject_request_named (
  request_id     uuid not null references subject_request on delete cascade,
  difference_id  uuid not null references difference,
  partnership_id uuid not null references partnership,
  found_by       text[] not null,
  -- Null until somebody has said it, with why, which is sealed.
  is_theirs      boolean,
  why            bytea,
  at             timestamptz,
  by_person      uuid references person,
  primary key (request_id, difference_id),
  check ((is_theirs is null) = (why is null) and (is_theirs is null) = (at is null) and (is_theirs is null) = (by_person is null))
);
create index subject_request_named_in on subject_request_named (difference_id);

create or replace function refuse_disposal() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.again_at is not null then
    if not pg_has_role((select relowner from pg_class where oid = 'public.disposal'::regclass), 'MEMBER') then
      raise exception 'Only a start disposes again of what a backup brought back';
    end if;
  elsif not exists (
    select from chain_entry
    where chain_id = new.partnership_id and kind = 'disposal' and row_key = new.id::text and kind not in ('act', 'read')) then
    if exists (select from difference where id = new.difference_id and status <> 'ended') then
      raise exception 'What is open is never disposed of';
    elsif exists (select from legal_hold where difference_id = new.difference_id and lifted_at is null) then
      raise exception 'What is on hold is never disposed of';
    elsif exists (
      select from (
        select request_id, difference_id, is_theirs from subject_request_difference
        union all select request_id, difference_id, is_theirs from subject_request_named) found
      join subject_request asked on asked.id = found.request_id
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
