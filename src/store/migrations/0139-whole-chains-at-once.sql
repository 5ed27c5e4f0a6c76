-- Older versions serve on.

-- Links all that the record has of differences of which nothing is linked yet, in one statement and byte by byte as the end of the
-- transaction would do it one by one: for many differences that are added with their records. It says only what stands in the
-- record, so whoever serves may ask for it.
create function link_differences(differences uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
  begun uuid[];
begin
  select array_agg(id) into begun from unnest(differences) as asked (id)
  where not exists (select from chain_head head where head.chain_id = asked.id);

  with recursive acts as materialized (
    select act.difference_id, act.partnership_id, act.seq, act.at,
      (row_number() over (partition by act.difference_id order by act.seq))::integer as position,
      sha256(convert_to(chain_text_of_event(act.difference_id, act.partnership_id, act.seq, act.type, act.at, act.by_person,
        act.by_side, act.audience, act.detail, (
          select string_agg(to_json(field)::text || ':' || coalesce('"' || encode(commitment, 'hex') || '"', 'null'), ',' order by field collate "C")
          from narrative where narrative.difference_id = act.difference_id and narrative.seq = act.seq)), 'UTF8')) as digest
    from event act
    where act.difference_id = any (begun)
  ), linked as (
    select acts.difference_id, acts.partnership_id, acts.seq, acts.position, acts.at, acts.digest, null::bytea as previous,
      sha256(convert_to(chain_text_of_link(acts.difference_id, 1, 'act', acts.seq::text, acts.at, acts.digest, null), 'UTF8')) as hash
    from acts where acts.position = 1
    union all
    select acts.difference_id, acts.partnership_id, acts.seq, acts.position, greatest(acts.at, linked.at), acts.digest, linked.hash,
      sha256(convert_to(chain_text_of_link(acts.difference_id, acts.position, 'act', acts.seq::text, greatest(acts.at, linked.at),
        acts.digest, linked.hash), 'UTF8'))
    from linked join acts on acts.difference_id = linked.difference_id and acts.position = linked.position + 1
  ), added as (
    insert into chain_entry (chain_id, position, partnership_id, kind, row_key, at, digest, previous, hash)
    select difference_id, position, partnership_id, 'act', seq::text, at, digest, previous, hash from linked
  )
  insert into chain_head (chain_id, partnership_id, position, at, hash)
  select distinct on (difference_id) difference_id, partnership_id, position, at, hash
  from linked order by difference_id, position desc;

  perform chain_milestone(act.difference_id, act.partnership_id,
    case when act.seq = 1 then 'difference-begun' else 'difference-ended' end, act.at, link.hash)
  from event act
  join chain_entry link on link.chain_id = act.difference_id and link.kind = 'act' and link.row_key = act.seq::text
  where act.difference_id = any (begun) and (act.seq = 1 or act.type = 'ended')
  order by act.at;
end $$;
