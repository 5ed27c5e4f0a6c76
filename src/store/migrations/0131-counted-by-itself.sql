-- Older versions serve on.

-- A report goes through thousands of rows of what is counted, and looks nothing up for each: under which version a difference
-- runs and between which agencies it is stands beside. The database fills it in, for older versions too.
alter table counted
  add column protocol_version_id uuid, add column raising_agency_id uuid, add column receiving_agency_id uuid;
update counted set protocol_version_id = difference.protocol_version_id, raising_agency_id = difference.raising_agency_id,
    receiving_agency_id = difference.receiving_agency_id
  from difference where difference.id = counted.difference_id;
create function counted_takes_its_own() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  select coalesce(own.protocol_version_id, new.protocol_version_id), coalesce(own.raising_agency_id, new.raising_agency_id),
      case when own.id is null then new.receiving_agency_id else own.receiving_agency_id end
    into new.protocol_version_id, new.raising_agency_id, new.receiving_agency_id
    from (select) as always left join difference own on own.id = new.difference_id;
  return new;
end $$;
create trigger counted_takes_its_own before insert on counted
  for each row execute function counted_takes_its_own();
-- Also where a record is derived anew only to be compared, with all other triggers off.
alter table counted enable always trigger counted_takes_its_own;

-- What of the facts a later period is compared by, as text: no stage, step, wait or theme, and no time limit that was kept. Of
-- three differences that a report goes through, one or two are read for no more than that.
create function compared_of(facts jsonb) returns text language sql immutable strict parallel safe
  set search_path = pg_catalog as $$
  select (facts || jsonb_build_object('stages', '[]'::jsonb, 'moves', '[]'::jsonb, 'done', '[]'::jsonb, 'owed', '[]'::jsonb,
    'themes', '[]'::jsonb, 'clocks', coalesce((
      select jsonb_agg(clock order by nth) from jsonb_array_elements(facts -> 'clocks') with ordinality as each (clock, nth)
      where coalesce(clock ->> 'until' > clock ->> 'due' or clock ->> 'standing' in ('missed', 'met-late'), true)), '[]')))::text
$$;
alter table counted add column compared text generated always as (compared_of(facts)) stored;
alter table counted_kept add column compared text generated always as (compared_of(facts)) stored;
analyze counted;
