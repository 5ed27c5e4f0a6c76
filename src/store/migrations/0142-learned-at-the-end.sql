-- Older versions serve on.

-- What was said to be learned as a difference ended has its moment beside it too, where an office reads it: then it may be
-- written as a lesson. What agencies keep between them is nobody's list, and is looked at for none.
create function read_by_an_office(of_difference uuid, of_seq integer) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (
    select from event, lateral (
      select unnest(event.audience) where event.seq = of_seq
      union all select jsonb_array_elements_text(event.detail -> 'to')
        where event.type = 'sent' and event.detail -> 'encloses' @> to_jsonb(of_seq)
    ) as reads(side)
    where event.difference_id = of_difference and reads.side !~ '^(raising|receiving|involved(-[0-9]+)?)$')
$$;

alter table narrative disable trigger narrative_is_append_only;
update narrative set said_at = event.at from event
  where narrative.field = 'learning' and event.difference_id = narrative.difference_id and event.seq = narrative.seq
    and event.type = 'step-done' and read_by_an_office(narrative.difference_id, narrative.seq);
alter table narrative enable trigger narrative_is_append_only;

drop trigger narrative_says_when on narrative;
create or replace function narrative_says_when() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.field <> 'learning' or read_by_an_office(new.difference_id, new.seq) then
    select event.at into new.said_at from event
      where event.difference_id = new.difference_id and event.seq = new.seq and event.type = 'step-done';
  end if;
  return new;
end $$;
create trigger narrative_says_when before insert on narrative
  for each row when (new.field in ('lesson', 'policy-gap', 'learning')) execute function narrative_says_when();
analyze narrative (said_at);
