-- Older versions serve on.

-- Who else is told of what is owed stood in the order in which a plan of the database happened to find them: the same record gave
-- other rows on another day, though they said the same. They stand in order from here on.
create or replace function owed_of(asked uuid[]) returns table (
  difference_id uuid, number bigint, partnership_id uuid, reference text, protocol_version_id uuid, side text,
  level text, reader text, agency_id uuid, office text, named_only boolean, closed_to uuid[], sealed_for uuid[],
  since timestamptz, is_ended boolean, not_safe boolean, what text, owed text, opened_at timestamptz,
  due_at timestamptz, is_paused boolean, strength text, by_side text, by_agency_id uuid, by_office text,
  by_level text, posts text[], post text, proxy boolean, read_from text, given_by text, named text[], person_id uuid,
  only_given boolean, barred uuid[], beside text[], beside_due timestamptz[], also text[], seat uuid, shape uuid)
  language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  with step as (
    select o.difference_id, o.step, o.opened_at, c.due_at, coalesce(c.is_paused, false) as is_paused, c.strength,
      o.side, o.agency_id, o.office, o.level, o.posts, o.post, o.proxy, o.read_from, o.given_by, o.person_id, o.only_given,
      o.barred, o.audience
    from open_step o
    left join lateral (
      select clock.due_at, clock.state = 'paused' as is_paused, clock.strength from clock
      where clock.difference_id = o.difference_id and (clock.step = o.step or o.step = any (clock.steps))
        and clock.state in ('running', 'paused', 'ran-out')
      order by clock.state = 'paused', clock.due_at limit 1) c on true
    where o.difference_id = any (asked)
  ), found as (
    select d.id as difference_id, d.partnership_id, d.reference, d.protocol_version_id,
      party.side, party.level, party.reader, party.agency_id, party.office, party.named_only, party.closed_to,
      party.sealed_for, party.since, party.status = 'ended' as is_ended, party.not_safe,
      one.what, one.owed, one.opened_at, one.due_at, one.is_paused, one.strength,
      one.side as by_side, one.agency_id as by_agency_id, one.office as by_office, one.level as by_level,
      one.posts, one.post, one.proxy, one.read_from, one.given_by,
      case when one.what = 'record' then one.named
        when one.level = 'practitioner' or one.posts <> '{}' then array(
          select who.person_id::text from difference_person who
          where who.difference_id = d.id
            and (who.side = one.side or d.raising_agency_id is distinct from d.receiving_agency_id)
          order by who.person_id)
        else '{}' end as named,
      one.person_id, one.only_given, one.barred,
      coalesce(beside.steps, '{}') as beside, coalesce(beside.due, '{}') as beside_due
    from difference d
    join difference_party party on party.difference_id = d.id
    cross join lateral (
      select 'step' as what, s.step as owed, s.opened_at, s.due_at, s.is_paused, s.strength,
        s.side, s.agency_id, s.office, s.level, s.posts, s.post, s.proxy, s.read_from, s.given_by, '{}'::text[] as named,
        s.person_id, s.only_given, s.barred
      from step s where s.difference_id = d.id and party.reader = any (s.audience)
      union all
      select 'clock', c.clock, c.started_at, c.due_at, c.state = 'paused', c.strength,
        c.side, c.agency_id, c.office, c.level, c.posts, c.post, c.proxy, c.read_from, c.given_by, '{}',
        null, false, c.barred
      from clock c
      where c.difference_id = d.id and c.step is null and c.steps is null and c.side is not null
        and c.state in ('running', 'paused', 'ran-out') and party.reader = any (c.audience)
      union all
      select 'record', r.step, r.since, null, false, null,
        r.side, r.agency_id, null, r.level, '{}', null, true, null, null, r.named, r.person_id, false, '{}'
      from record_owed r
      where r.difference_id = d.id and party.reader = any (r.audience)
      union all
      select 'nothing', '', party.since, null, false, null,
        party.side, null, party.office, null, '{}', null, false, null, null, '{}', null, false, '{}'
      where party.office is not null and party.status = 'open'
        and not exists (select from step s where s.difference_id = d.id and party.reader = any (s.audience))
        and not exists (
          select from clock c
          where c.difference_id = d.id and c.step is null and c.steps is null and c.office = party.office
            and c.state in ('running', 'paused', 'ran-out') and party.reader = any (c.audience))
    ) one
    left join lateral (
      select array_agg(s.step || ' ' || coalesce(s.strength, 'hard') order by s.step) as steps,
        array_agg(case when s.is_paused then 'infinity' else coalesce(s.due_at, 'infinity') end order by s.step) as due
      from step s
      where party.office is not null and one.what = 'step' and s.difference_id = d.id and s.step <> one.owed
        and party.reader = any (s.audience)
    ) beside on true
    where d.id = any (asked)
  )
  select difference_id, row_number() over (partition by difference_id order by side, level, what, owed, by_agency_id),
    partnership_id, reference, protocol_version_id, side, level, reader, agency_id, office, named_only, closed_to, sealed_for,
    since, is_ended, not_safe, what, owed, opened_at, due_at, is_paused, strength, by_side, by_agency_id, by_office, by_level,
    posts, post, proxy, read_from, given_by, named, person_id, only_given, barred, beside, beside_due,
    array(
      select distinct coalesce(other.agency_id::text, other.office) collate "C" from found other
      where other.difference_id = found.difference_id and other.what = found.what and other.owed = found.owed
        and other.by_agency_id is not distinct from found.by_agency_id
        and (other.side, other.level) <> (found.side, found.level)
      order by 1),
    md5(jsonb_build_array(by_agency_id, by_office, by_level, posts, post, proxy, read_from, given_by, named, person_id,
      only_given, barred, sealed_for, what = 'step')::text)::uuid,
    md5(jsonb_build_array(protocol_version_id, what, owed, by_side, by_office, is_paused, strength, is_ended, not_safe,
      beside)::text)::uuid
  from found;
end $$;

update owed set also = array(select one collate "C" from unnest(also) one order by 1)
where cardinality(also) > 1 and also <> array(select one collate "C" from unnest(also) one order by 1);
