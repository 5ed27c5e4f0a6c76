-- Older versions serve on.

-- A change of a calendar moves the dates of thousands of open clocks. What is owed was worked out anew for each of them, one by
-- one, as the transaction ended, and took longer than all else: here it is done in sets, and what dates say is all that is written.

-- Brings what is owed up to date where nothing but the dates and states of open clocks changed: who owes what stays as it is.
-- A few at a time, for what it asks of each is compared with all that are asked with it.
create function keep_dates_owed(asked uuid[]) returns void language plpgsql set search_path = public, pg_temp as $$
declare
  few constant integer := 20;
  these uuid[];
begin
  for nth in 1 .. cardinality(asked) by few loop
    these := asked[nth : nth + few - 1];
    update owed set due_at = now.due_at, is_paused = now.is_paused, strength = now.strength, beside = now.beside,
      beside_due = now.beside_due, shape = now.shape
    from owed_of(these) as now
    where owed.difference_id = any (these) and owed.difference_id = now.difference_id and owed.number = now.number
      and (owed.due_at, owed.is_paused, owed.strength, owed.beside, owed.beside_due, owed.shape)
        is distinct from (now.due_at, now.is_paused, now.strength, now.beside, now.beside_due, now.shape);
  end loop;
end $$;

-- Gives open clocks other dates, all of each difference, and has what is owed say so: the trigger below leaves these to it.
-- moved: an array of difference_id, clock, round, due, state, and the readers who are told.
create function move_clocks(moved jsonb) returns void
  language plpgsql set search_path = public, pg_temp as $$
declare
  of uuid[];
begin
  -- As a setting of the function it would take a superuser to make it.
  perform set_config('concord.owed_in_sets', 'on', true);
  with these as materialized (
    select * from jsonb_to_recordset(moved) as these (
      difference_id uuid, clock text, round integer, due text, state text, readers text[])
  ), changed as (
    update clock set due_at = these.due::timestamptz, state = these.state, due_as_seen = (
      select coalesce(jsonb_object_agg(view.reader, case when view.reader = any (these.readers) then these.due else view.due end), '{}')
      from jsonb_each_text(clock.due_as_seen) as view (reader, due))
    from these
    where clock.difference_id = these.difference_id and clock.clock = these.clock and clock.round = these.round
  )
  select array_agg(distinct difference_id) into of from these;
  perform set_config('concord.owed_in_sets', 'off', true);
  perform keep_dates_owed(of);
end $$;

drop trigger owed_is_kept on clock;
create constraint trigger owed_is_kept after insert or delete
  or update of due_at, state, strength, agency_id, office, level, barred, audience on clock
  deferrable initially deferred for each row
  when (current_setting('concord.owed_in_sets', true) is distinct from 'on')
  execute function owed_is_kept();
