-- Older versions serve on.
-- A partnership can be brought here from another installation with its record as it stands: what was linked there is not
-- linked a second time, and readings and acts on protocols keep their numbers, which are in what was linked. Two partnerships
-- may then have the same numbers.
alter table reading drop constraint reading_pkey, add primary key (id, partnership_id);
alter table protocol_history drop constraint protocol_history_pkey, add primary key (id, partnership_id);

-- Keys under which something is sealed that stays as it was linked elsewhere, closed under the key of this row. Nothing new is
-- ever sealed under one.
alter table difference_key add column before bytea[];
alter table partnership_data_key add column before bytea[];

create or replace function link_reading() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from chain_entry where chain_id = new.difference_id and kind = 'read' and row_key = new.id::text) then
    perform chain_reading(new);
  end if;
  return null;
end $$;

create or replace function link_row() returns trigger
  language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
  of_row jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  names text[] := tg_argv[1:];
  its_partnership uuid := of_row ->> 'partnership_id';
  its_key text := (
    select string_agg(of_row ->> name, ' ' order by n) from unnest(string_to_array(tg_argv[0], ' ')) with ordinality as key (name, n));
  said text := chain_text_of_row(of_row, tg_table_name, names);
  digested bytea := sha256(convert_to(said, 'UTF8'));
  moment timestamptz;
begin
  if tg_op = 'UPDATE' and said = chain_text_of_row(to_jsonb(old), tg_table_name, names) then
    return null;
  end if;
  -- A row that comes with its chain is linked already, just as it is. An aggregate, so that the index of rows is asked.
  if tg_op = 'INSERT' and (
    select (array_agg(kind || encode(digest, 'hex') order by position desc))[1] = tg_table_name || encode(digested, 'hex')
    from chain_entry
    where chain_id = its_partnership and kind in (tg_table_name, tg_table_name || '-gone') and row_key = its_key
      and kind not in ('act', 'read')) then
    return null;
  end if;
  select now() + make_interval(secs => clock_ahead) into moment from partnership where id = its_partnership;
  -- A partnership that is itself being deleted.
  if moment is null then return null; end if;
  perform chain_append(its_partnership, its_partnership,
    case when tg_op = 'DELETE' then tg_table_name || '-gone' else tg_table_name end,
    its_key, moment, digested);
  return null;
end $$;

-- A certificate that is linked already was decided where it was made, and what it is of went there.
create or replace function refuse_disposal() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.again_at is null and not exists (
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
