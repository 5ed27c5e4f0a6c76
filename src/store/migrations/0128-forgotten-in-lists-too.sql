-- Older versions serve on.
-- A mail that lists what somebody owes, or which of their dates moved, names several differences and belongs to none. What is
-- disposed of goes from these too; what else a mail listed stays in it, because it tells that somebody was reminded of that.
create function forget_where_listed() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  named jsonb := jsonb_build_array(jsonb_build_object('reference', old.reference));
  list text;
begin
  foreach list in array '{items,dates}'::text[] loop
    update message set notice = jsonb_set(notice, array[list], (
        select coalesce(jsonb_agg(thing order by nth), '[]')
        from jsonb_array_elements(notice -> list) with ordinality as listed (thing, nth)
        where thing ->> 'reference' is distinct from old.reference))
      where partnership_id = old.partnership_id and difference_id is null and notice -> list @> named;
    with emptied as (
      select id from message where partnership_id = old.partnership_id and difference_id is null and notice -> list = '[]'
    ), unlisted as (
      delete from reminder where message_id in (select id from emptied)
    ) delete from message where id in (select id from emptied);
  end loop;
  return null;
end $$;

create trigger difference_is_forgotten after delete on difference
  for each row execute function forget_where_listed();
