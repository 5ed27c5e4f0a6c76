-- A record that proves itself: each entry of it is a link in a chain, one chain for each difference and one for each
-- partnership. What a link is made of, byte by byte, is in docs/operations/record-format.md; src/chain says it in
-- code. The database makes the links itself, at the end of each transaction, so that nothing gets into the record
-- without one, and whoever serves pages may not write them.

create table chain_entry (
  -- The difference, or the partnership, whose chain it is.
  chain_id       uuid not null,
  position       integer not null check (position > 0),
  partnership_id uuid not null references partnership,
  -- 'act' and 'read' in the chain of a difference; in that of a partnership what happened or the table of the row.
  kind           text not null,
  -- The row it stands for, by its key: the number of an act, else its primary key.
  row_key        text not null,
  -- When it was linked, by the partnership's clock: never before the entry that it follows.
  at             timestamptz not null,
  -- SHA-256 of the canonical bytes of the row.
  digest         bytea not null,
  -- The hash of the entry before; null for the first.
  previous       bytea,
  -- SHA-256 of the canonical bytes of this link.
  hash           bytea not null,
  primary key (chain_id, position)
);
create unique index chain_entry_once on chain_entry (chain_id, kind, row_key) where kind in ('act', 'read');
create index chain_entry_row on chain_entry (chain_id, kind, row_key, position) where kind not in ('act', 'read');
create trigger chain_entry_is_append_only before update or delete or truncate on chain_entry
  for each statement execute function refuse_change();

-- Where each chain ends; held while a link is added, so that two at once cannot fork it.
create table chain_head (
  chain_id       uuid primary key,
  partnership_id uuid not null references partnership,
  position       integer not null,
  at             timestamptz not null,
  hash           bytea not null
);
create index chain_head_partnership on chain_head (partnership_id);

-- The installation's signature under where all chains of a partnership ended: what is cut off later is missed.
create table signing_key (
  id         text primary key,
  public_key bytea not null,
  sealed_key bytea not null,
  made_at    timestamptz not null
);
create table checkpoint (
  partnership_id uuid not null references partnership,
  number         integer not null check (number > 0),
  at             timestamptz not null,
  -- How many differences there were, and the root of the tree of where their chains ended.
  differences    integer not null,
  root           bytea not null,
  -- Where the partnership's own chain ended before this.
  position       integer not null,
  hash           bytea not null,
  key_id         text not null references signing_key,
  signature      bytea not null,
  primary key (partnership_id, number)
);
create trigger checkpoint_is_append_only before update or delete or truncate on checkpoint
  for each statement execute function refuse_change();
-- Of each checkpoint the chains that had grown since the one before.
create table checkpoint_head (
  partnership_id uuid not null references partnership,
  number         integer not null,
  difference_id  uuid not null,
  position       integer not null,
  hash           bytea not null,
  primary key (partnership_id, number, difference_id),
  foreign key (partnership_id, number) references checkpoint
);
create index checkpoint_head_difference on checkpoint_head (difference_id, number);
create trigger checkpoint_head_is_append_only before update or delete or truncate on checkpoint_head
  for each statement execute function refuse_change();

-- An object of texts and nulls in the JSON Canonicalization Scheme (RFC 8785): all names that are given are ASCII.
create function chain_object(of_row jsonb, names text[]) returns text
  language sql immutable parallel safe as $$
  select '{' || string_agg(to_json(name)::text || ':' || coalesce(to_json(of_row ->> name)::text, 'null'), ',' order by name collate "C") || '}'
  from unnest(names) as name
$$;

create function chain_time(moment timestamptz) returns text language sql immutable parallel safe as $$
  select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

-- The canonical text of an entry of a difference: its columns, and what its words are committed to.
create function chain_text_of_act(act event) returns text language sql stable set timezone = 'UTC' as $$
  select '{"columns":' || chain_object(to_jsonb(act),
      '{at,audience,by_person,by_side,detail,difference_id,partnership_id,seq,type}')
    || ',"narrative":{' || coalesce((
        select string_agg(to_json(field)::text || ':' || coalesce('"' || encode(commitment, 'hex') || '"', 'null'), ',' order by field collate "C")
        from narrative where difference_id = act.difference_id and seq = act.seq), '')
    || '},"table":"event"}'
$$;
create function chain_text_of_row(of_row jsonb, table_name text, names text[]) returns text
  language sql immutable parallel safe as $$
  select '{"columns":' || chain_object(of_row, names) || ',"table":' || to_json(table_name)::text || '}'
$$;

-- Adds a link. Held by the head of its chain from here to the end of the transaction.
create function chain_append(chain uuid, partnership uuid, entry_kind text, entry_key text, entry_at timestamptz, entry_digest bytea)
  returns bytea language plpgsql as $$
declare
  head chain_head;
  linked_at timestamptz;
  link bytea;
begin
  select * into head from chain_head where chain_id = chain for update;
  if not found then
    insert into chain_head values (chain, partnership, 0, '-infinity', '') on conflict do nothing;
    select * into head from chain_head where chain_id = chain for update;
  end if;
  linked_at := greatest(entry_at, head.at);
  link := sha256(convert_to(
    '{"at":"' || chain_time(linked_at) || '","chain":"' || chain || '","digest":"' || encode(entry_digest, 'hex')
    || '","key":' || to_json(entry_key)::text || ',"kind":"' || entry_kind || '","position":' || (head.position + 1)
    || ',"previous":' || case when head.position = 0 then 'null' else '"' || encode(head.hash, 'hex') || '"' end || '}', 'UTF8'));
  insert into chain_entry values (chain, head.position + 1, partnership, entry_kind, entry_key, linked_at, entry_digest,
    case when head.position = 0 then null else head.hash end, link);
  update chain_head set position = head.position + 1, at = linked_at, hash = link where chain_id = chain;
  return link;
end $$;

-- What the partnership's own chain says of a difference: that it began or ended, and at which link.
create function chain_milestone(difference uuid, partnership uuid, milestone text, moment timestamptz, link bytea)
  returns void language sql as $$
  select chain_append(partnership, partnership, milestone, difference::text, moment, sha256(convert_to(
    '{"difference":"' || difference || '","hash":"' || encode(link, 'hex') || '"}', 'UTF8')))
$$;

create function chain_act(act event) returns void language plpgsql as $$
declare
  link bytea;
begin
  link := chain_append(act.difference_id, act.partnership_id, 'act', act.seq::text, act.at,
    sha256(convert_to(chain_text_of_act(act), 'UTF8')));
  if act.seq = 1 then
    perform chain_milestone(act.difference_id, act.partnership_id, 'difference-begun', act.at, link);
  end if;
  if act.type = 'ended' then
    perform chain_milestone(act.difference_id, act.partnership_id, 'difference-ended', act.at, link);
  end if;
end $$;

create function chain_reading(of_reading reading) returns void language sql set timezone = 'UTC' as $$
  select chain_append(of_reading.difference_id, of_reading.partnership_id, 'read', of_reading.id::text, of_reading.at,
    sha256(convert_to(chain_text_of_row(to_jsonb(of_reading), 'reading', '{at,difference_id,id,partnership_id,person_id,what}'), 'UTF8')))
$$;

create function link_act() returns trigger language plpgsql security definer set search_path from current as $$
begin
  perform chain_act(new);
  return null;
end $$;
create function link_reading() returns trigger language plpgsql security definer set search_path from current as $$
begin
  perform chain_reading(new);
  return null;
end $$;
-- At the end of a transaction: by then what belongs to an entry is there, and a chain is held only as long as that takes.
create constraint trigger event_is_linked after insert on event
  deferrable initially deferred for each row execute function link_act();
create constraint trigger reading_is_linked after insert on reading
  deferrable initially deferred for each row execute function link_reading();

-- A row of a partnership becomes a link of its chain, each time that what is linked of it changes.
-- Arguments: its key, then the columns that are linked.
create function link_row() returns trigger language plpgsql security definer set search_path from current set timezone = 'UTC' as $$
declare
  of_row jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  names text[] := tg_argv[1:];
  its_partnership uuid := of_row ->> 'partnership_id';
  said text := chain_text_of_row(of_row, tg_table_name, names);
  moment timestamptz;
begin
  if tg_op = 'UPDATE' and said = chain_text_of_row(to_jsonb(old), tg_table_name, names) then
    return null;
  end if;
  select now() + make_interval(secs => clock_ahead) into moment from partnership where id = its_partnership;
  -- A partnership that is itself being deleted.
  if moment is null then return null; end if;
  perform chain_append(its_partnership, its_partnership,
    case when tg_op = 'DELETE' then tg_table_name || '-gone' else tg_table_name end,
    (select string_agg(of_row ->> name, ' ' order by n) from unnest(string_to_array(tg_argv[0], ' ')) with ordinality as key (name, n)),
    moment, sha256(convert_to(said, 'UTF8')));
  return null;
end $$;

-- A partnership whose record is older than the chain: so much of it was linked later, at a start, as it stood then.
create table chained_later (
  partnership_id uuid primary key references partnership,
  at             timestamptz not null,
  acts           integer not null,
  readings       integer not null,
  rows           integer not null
);
create trigger chained_later_is_append_only before update or delete or truncate on chained_later
  for each statement execute function refuse_change();

-- What happens to a partnership. The same tables and columns stand in src/chain/chained-rows.ts; a test compares.
create constraint trigger absence_is_linked after insert or update or delete on absence
  deferrable initially deferred for each row execute function link_row('id', 'entered_at', 'entered_by', 'from_on', 'id', 'partnership_id', 'person_id', 'until_on');
create constraint trigger agency_is_linked after insert or update or delete on agency
  deferrable initially deferred for each row execute function link_row('id', 'ended_on', 'id', 'is_listed', 'name', 'partnership_id', 'proxy_agency_id', 'sector');
create constraint trigger calendar_change_is_linked after insert or update or delete on calendar_change
  deferrable initially deferred for each row execute function link_row('id', 'applied_at', 'applied_by', 'based_on', 'days', 'how', 'id', 'number', 'partnership_id', 'proposed_at', 'proposed_by', 'why');
create constraint trigger chained_later_is_linked after insert on chained_later
  deferrable initially deferred for each row execute function link_row('partnership_id', 'acts', 'at', 'partnership_id', 'readings', 'rows');
create constraint trigger checkpoint_is_linked after insert on checkpoint
  deferrable initially deferred for each row execute function link_row('partnership_id number', 'at', 'differences', 'hash', 'key_id', 'number', 'partnership_id', 'position', 'root', 'signature');
create constraint trigger deputy_is_linked after insert or update or delete on deputy
  deferrable initially deferred for each row execute function link_row('person_id deputy_id', 'deputy_id', 'partnership_id', 'person_id');
create constraint trigger difference_is_linked after insert or update or delete on difference
  deferrable initially deferred for each row execute function link_row('id', 'continues_id', 'id', 'partnership_id', 'protocol_version_id', 'raised_at', 'raised_by', 'raising_agency_id', 'reference');
create constraint trigger person_is_linked after insert or update or delete on person
  deferrable initially deferred for each row execute function link_row('id', 'agency_id', 'email', 'id', 'job_title', 'left_at', 'level', 'name', 'offices', 'only_in', 'partnership_id', 'safeguarding_lead');
create constraint trigger post_held_is_linked after insert or update or delete on post_held
  deferrable initially deferred for each row execute function link_row('id', 'changed_by', 'held_from', 'held_until', 'id', 'job_title', 'level', 'offices', 'partnership_id', 'person_id', 'safeguarding_lead');
create constraint trigger protocol_history_is_linked after insert on protocol_history
  deferrable initially deferred for each row execute function link_row('id', 'at', 'by_person', 'copied_from', 'id', 'in_force_from', 'note', 'partnership_id', 'protocol_version_id', 'type');
create constraint trigger protocol_version_is_linked after insert or update or delete on protocol_version
  deferrable initially deferred for each row execute function link_row('id', 'id', 'in_force_from', 'partnership_id', 'protocol', 'source', 'state', 'version');
create constraint trigger published_is_linked after insert on published
  deferrable initially deferred for each row execute function link_row('partnership_id kind version', 'content', 'kind', 'partnership_id', 'saved_at', 'saved_by', 'version');
create constraint trigger report_decision_is_linked after insert on report_decision
  deferrable initially deferred for each row execute function link_row('report_id number', 'at', 'by_person', 'number', 'partnership_id', 'report_id', 'requires', 'why');
create constraint trigger report_presented_is_linked after insert on report_presented
  deferrable initially deferred for each row execute function link_row('report_id', 'at', 'by_person', 'content', 'partnership_id', 'report_id', 'sha256', 'what_changed');

-- Links a row that was there before the chain was; a second time does nothing.
create function chain_row_later(table_name text, keys text[], names text[], of_row jsonb, partnership uuid, moment timestamptz) returns void
  language plpgsql set timezone = 'UTC' as $$
declare
  entry_key text := (select string_agg(of_row ->> name, ' ' order by n) from unnest(keys) with ordinality as key (name, n));
begin
  if exists (select from chain_entry where chain_id = partnership and kind = table_name and row_key = entry_key) then return; end if;
  perform chain_append(partnership, partnership, table_name, entry_key, moment,
    sha256(convert_to(chain_text_of_row(of_row, table_name, names), 'UTF8')));
end $$;
