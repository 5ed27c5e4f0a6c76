-- Older versions serve on.

-- The same for all duties of one place, level and posts, whoever is named in their differences or barred: of thousands that an
-- office owes the same people are asked, but for a few. Who of them is named or barred is looked at as it is counted. Older
-- versions tell them apart by `seat`, which is kept for those alone.
create function place_of_duty(by_agency_id uuid, by_office text, by_level text, posts text[], post text, proxy boolean,
  read_from text, given_by text, only_given boolean) returns uuid immutable parallel safe language sql
  set search_path = pg_catalog as $$
  select md5(jsonb_build_array(by_agency_id, by_office, by_level, posts, post, proxy, read_from, given_by, only_given)::text)::uuid
$$;
alter table owed add column place uuid generated always as (
  place_of_duty(by_agency_id, by_office, by_level, posts, post, proxy, read_from, given_by, only_given)) stored;
analyze owed (place);
