-- A change of a calendar moves thousands of dates, each an act of a difference of its own. Their links are made as they
-- always are, byte by byte the same, but many in one statement; and what makes one link asks less of the database.

-- Stable, as what they call is: so that they become part of the statement that asks, instead of a call for each row.
create or replace function chain_time(moment timestamptz) returns text language sql stable parallel safe as $$
  select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

-- The canonical text of an entry of a difference, of its columns one by one: an object of texts and nulls in the JSON
-- Canonicalization Scheme. Asked for where the time zone is UTC. told: what its words are committed to.
create function chain_text_of_event(difference_id uuid, partnership_id uuid, seq integer, type text, at timestamptz,
  by_person uuid, by_side text, audience text[], detail jsonb, told text) returns text language sql stable parallel safe as $$
  select '{"columns":{"at":' || to_json(at)::text
    || ',"audience":' || to_json(to_jsonb(audience)::text)::text
    || ',"by_person":' || coalesce('"' || by_person || '"', 'null')
    || ',"by_side":' || coalesce(to_json(by_side)::text, 'null')
    || ',"detail":' || to_json(detail::text)::text
    || ',"difference_id":"' || difference_id
    || '","partnership_id":"' || partnership_id
    || '","seq":"' || seq
    || '","type":' || to_json(type)::text
    || '},"narrative":{' || coalesce(told, '') || '},"table":"event"}'
$$;

create or replace function chain_text_of_act(act event) returns text
  language plpgsql stable set timezone = 'UTC' set search_path = public, pg_temp as $$
begin
  return chain_text_of_event(act.difference_id, act.partnership_id, act.seq, act.type, act.at, act.by_person, act.by_side,
    act.audience, act.detail, (
      select string_agg(to_json(field)::text || ':' || coalesce('"' || encode(commitment, 'hex') || '"', 'null'), ',' order by field collate "C")
      from narrative where narrative.difference_id = act.difference_id and narrative.seq = act.seq));
end $$;

-- The canonical text of a link.
create function chain_text_of_link(chain uuid, nth integer, kind text, key text, at timestamptz, digest bytea, previous bytea)
  returns text language sql stable parallel safe as $$
  select '{"at":"' || chain_time(at) || '","chain":"' || chain || '","digest":"' || encode(digest, 'hex')
    || '","key":' || to_json(key)::text || ',"kind":"' || kind || '","position":' || nth
    || ',"previous":' || coalesce('"' || encode(previous, 'hex') || '"', 'null') || '}'
$$;

-- Adds a link. Held by the head of its chain from here to the end of the transaction.
create or replace function chain_append(chain uuid, partnership uuid, entry_kind text, entry_key text, entry_at timestamptz, entry_digest bytea)
  returns bytea language plpgsql set search_path = public, pg_temp as $$
declare
  head chain_head;
  linked_at timestamptz;
  before bytea;
  link bytea;
begin
  select * into head from chain_head where chain_id = chain for update;
  if not found then
    insert into chain_head values (chain, partnership, 0, '-infinity', '') on conflict do nothing;
    select * into head from chain_head where chain_id = chain for update;
  end if;
  linked_at := greatest(entry_at, head.at);
  before := case when head.position > 0 then head.hash end;
  link := sha256(convert_to(
    chain_text_of_link(chain, head.position + 1, entry_kind, entry_key, linked_at, entry_digest, before), 'UTF8'));
  insert into chain_entry values (chain, head.position + 1, partnership, entry_kind, entry_key, linked_at, entry_digest, before, link);
  update chain_head set position = head.position + 1, at = linked_at, hash = link where chain_id = chain;
  return link;
end $$;

-- Links one entry of each of these differences: some of what was added to the record in this transaction, before its end
-- does it one by one. What begins or ends a difference is left to that, and so is what is linked already. It says only what
-- stands in the record, so whoever serves may ask for it as well as wait for it.
create function link_acts(differences uuid[], numbers integer[]) returns void
  language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
begin
  with acts as materialized (
    select act.*, (
      select string_agg(to_json(field)::text || ':' || coalesce('"' || encode(commitment, 'hex') || '"', 'null'), ',' order by field collate "C")
      from narrative where narrative.difference_id = act.difference_id and narrative.seq = act.seq) as told
    from unnest(differences, numbers) as asked (difference_id, seq)
    join event act on act.difference_id = asked.difference_id and act.seq = asked.seq
    where act.seq > 1 and act.type <> 'ended' and not exists (
      select from chain_entry linked
      where linked.chain_id = act.difference_id and linked.kind = 'act' and linked.row_key = act.seq::text)
  ), held as materialized (
    select head.chain_id, head.position, head.at, head.hash
    from chain_head head join acts on acts.difference_id = head.chain_id
    where head.position > 0
    order by head.chain_id
    for update of head
  ), digested as materialized (
    select acts.difference_id, acts.partnership_id, acts.seq, held.position + 1 as position, held.hash as previous,
      greatest(acts.at, held.at) as at, sha256(convert_to(chain_text_of_event(acts.difference_id, acts.partnership_id, acts.seq,
        acts.type, acts.at, acts.by_person, acts.by_side, acts.audience, acts.detail, acts.told), 'UTF8')) as digest
    from acts join held on held.chain_id = acts.difference_id
  ), links as materialized (
    select digested.*, sha256(convert_to(
      chain_text_of_link(difference_id, position, 'act', seq::text, at, digest, previous), 'UTF8')) as hash
    from digested
  ), added as (
    insert into chain_entry (chain_id, position, partnership_id, kind, row_key, at, digest, previous, hash)
    select difference_id, position, partnership_id, 'act', seq::text, at, digest, previous, hash from links
  )
  update chain_head set position = links.position, at = links.at, hash = links.hash
  from links where chain_head.chain_id = links.difference_id;
end $$;

create or replace function link_act() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from chain_entry where chain_id = new.difference_id and kind = 'act' and row_key = new.seq::text) then
    perform chain_act(new);
  end if;
  return null;
end $$;

-- Of a difference its row changes with each act, and what is linked of it hardly ever: only then is there anything to do.
drop trigger difference_is_linked on difference;
create constraint trigger difference_is_linked after insert or delete on difference
  deferrable initially deferred for each row execute function link_row('id', 'continues_id', 'id', 'partnership_id', 'protocol_version_id', 'raised_at', 'raised_by', 'raising_agency_id', 'reference');
create constraint trigger difference_is_linked_anew after update on difference
  deferrable initially deferred for each row
  when ((old.id, old.continues_id, old.partnership_id, old.protocol_version_id, old.raised_at, old.raised_by, old.raising_agency_id, old.reference)
    is distinct from (new.id, new.continues_id, new.partnership_id, new.protocol_version_id, new.raised_at, new.raised_by, new.raising_agency_id, new.reference))
  execute function link_row('id', 'continues_id', 'id', 'partnership_id', 'protocol_version_id', 'raised_at', 'raised_by', 'raising_agency_id', 'reference');

-- The open clocks are counted again in order of difference, piece by piece.
drop index clock_counted;
create index clock_counted on clock (partnership_id, difference_id)
  where counted is not null and state in ('running', 'paused', 'ran-out');

-- The last day that facts name, asked each time that they are written: the same, without a regular expression over all of them.
create or replace function last_day_in(facts jsonb) returns text language sql immutable strict parallel safe
  return (
    select max(said collate "C") from string_to_table(facts::text, '"') as said
    where case when length(said) = 10 and said like '____-__-__' then said ~ '^\d{4}-\d\d-\d\d$' else false end);
