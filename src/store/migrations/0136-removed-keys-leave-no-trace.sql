-- Older versions serve on.

-- What was removed from a table stays in its file until something else takes its place. A key that was destroyed must not: with the
-- installation's key it would open what was disposed of, from a copy of the disk. So the tables of keys are written anew, without it.
--
-- Nobody is kept waiting for this: where somebody holds a table, as a backup does, it is not done, and whoever asked asks again.
create function write_keys_anew() returns boolean
  language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
begin
  cluster difference_key using difference_key_pkey;
  return true;
exception when lock_not_available then
  return false;
end $$;

-- That something is disposed of again, because a backup had brought it back, only a start says, as the owner of the tables. Whoever
-- serves could else have anything destroyed by saying so, without a decision.
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
