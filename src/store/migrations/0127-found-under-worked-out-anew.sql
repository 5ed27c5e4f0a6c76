-- Older versions serve on.
-- Under which words a row or an act is found, said once: for where rows of found_under are made, and for `audit verify`, which
-- works them out anew.
create function words_of_act(by_person uuid, detail jsonb)
  returns table (kind text, word text) language sql immutable parallel safe as $$
  select 'person', by_person::text where by_person is not null
  union select 'person', detail ->> 'person' where detail ->> 'person' is not null
$$;

create function words_of_party(agencies uuid[], themes text[], stage text)
  returns table (kind text, word text) language sql immutable parallel safe as $$
  select 'agency', agency::text from unnest(agencies) agency
  union select 'theme', theme from unnest(themes) theme
  union select 'stage', stage
$$;

create or replace function event_is_found() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  insert into found_under
    select distinct partnership_id, is_found.kind, is_found.word, difference_id
      from added, words_of_act(by_person, detail) is_found
    on conflict do nothing;
  return null;
end $$;

create or replace function difference_party_is_found() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  insert into found_under
    select distinct partnership_id, is_found.kind, is_found.word, difference_id
      from added, words_of_party(agencies, themes, stage) is_found
    on conflict do nothing;
  return null;
end $$;
