-- Older versions serve on.

-- When somebody said what was learned, beside what they said: the desk shows what no lesson was written of, the latest first,
-- and opens no more of it than it shows.
alter table narrative add column said_at timestamptz;
alter table narrative disable trigger narrative_is_append_only;
update narrative set said_at = event.at from event
  where narrative.field = 'lesson' and event.difference_id = narrative.difference_id and event.seq = narrative.seq
    and event.type = 'step-done';
alter table narrative enable trigger narrative_is_append_only;
create index narrative_said on narrative (partnership_id, said_at desc) where said_at is not null;
analyze narrative (said_at);

create function narrative_says_when() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  select event.at into new.said_at from event
    where event.difference_id = new.difference_id and event.seq = new.seq and event.type = 'step-done';
  return new;
end $$;
create trigger narrative_says_when before insert on narrative
  for each row when (new.field = 'lesson') execute function narrative_says_when();

-- Of what was asked after the end and is not done yet, that asked longest ago first.
create index counted_followed_since on counted
  (partnership_id, (jsonb_path_query_array(facts, '$.followed[*] ? (@.doneOn == null).from') ->> 0) collate "C")
  where is_followed;
