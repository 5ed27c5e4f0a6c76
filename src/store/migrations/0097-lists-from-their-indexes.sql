-- Lists, the log of forms and searches are answered from indexes in the order in which they are shown, and read no more than
-- the page that is asked for, however many differences there ever were.

-- The last thing by which everything is ordered. The database fills it in: it is the difference's own and never changes.
alter table difference_party add column reference text collate "C";
update difference_party party set reference = difference.reference
  from difference where difference.id = party.difference_id;
alter table difference_party alter column reference set not null;
create function difference_party_takes_reference() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.reference := coalesce((select reference from difference where id = new.difference_id), new.reference);
  return new;
end $$;
create trigger difference_party_takes_reference before insert on difference_party
  for each row execute function difference_party_takes_reference();
-- Also where a record is derived anew only to be compared, with all other triggers off.
alter table difference_party enable always trigger difference_party_takes_reference;

-- A list is walked for each agency or office as which somebody sees it, open and ended apart, in each of its orders. A child
-- who is not safe comes first.
drop index difference_party_agency;
create index difference_party_agency_due on difference_party
  (agency_id, status, (not_safe and status = 'open') desc, next_due_at, changed_at desc, reference) where agency_id is not null;
create index difference_party_agency_changed on difference_party
  (agency_id, status, (not_safe and status = 'open') desc, changed_at desc, reference) where agency_id is not null;
create index difference_party_agency_reference on difference_party
  (agency_id, status, (not_safe and status = 'open') desc, reference) where agency_id is not null;
create index difference_party_office_due on difference_party
  (partnership_id, office, status, (not_safe and status = 'open') desc, next_due_at, changed_at desc, reference) where office is not null;
create index difference_party_office_changed on difference_party
  (partnership_id, office, status, (not_safe and status = 'open') desc, changed_at desc, reference) where office is not null;
create index difference_party_office_reference on difference_party
  (partnership_id, office, status, (not_safe and status = 'open') desc, reference) where office is not null;

-- The log, with all by which it is narrowed and by which somebody sees a row.
drop index difference_party_log;
create index difference_party_log on difference_party (partnership_id, office, status, since desc, reference)
  include (difference_id, reader, named_only, sealed_for, closed_to, stage, ending, agencies) where office is not null;
drop index clock_late;
create index clock_late on clock (partnership_id, step, difference_id) where state in ('ran-out', 'met-late');
-- No question that is asked under row-level security can use it: what it compares may tell of rows that are not ours.
drop index difference_party_themes;

-- Under which words a difference is found: where to look, and no more. Whether somebody may know of it, and whether it fits
-- by now, is asked of the rows themselves; what was true once may stay. Of a reference it holds each part that it ends in,
-- from two letters on, so that any part of it is the beginning of one.
create table found_under (
  partnership_id uuid not null references partnership,
  kind           text not null check (kind in ('reference', 'person', 'agency', 'theme', 'stage')),
  word           text collate "C" not null,
  difference_id  uuid not null references difference,
  primary key (partnership_id, kind, word, difference_id)
);
create index found_under_difference on found_under (difference_id);

create function parts_of_reference(reference text) returns setof text language sql immutable parallel safe as $$
  select substr(plain, nth) from upper(replace(reference, '-', '')) plain, generate_series(1, greatest(length(plain) - 1, 1)) nth
$$;

create function difference_is_found() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  insert into found_under
    select partnership_id, 'reference', part, id from added, parts_of_reference(reference) part
    on conflict do nothing;
  return null;
end $$;
create trigger difference_is_found after insert on difference
  referencing new table as added for each statement execute function difference_is_found();

create function difference_party_is_found() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  insert into found_under
    select partnership_id, 'agency', agency::text, difference_id from added, unnest(agencies) agency
    union select partnership_id, 'theme', theme, difference_id from added, unnest(themes) theme
    union select partnership_id, 'stage', stage, difference_id from added
    on conflict do nothing;
  return null;
end $$;
create trigger difference_party_is_found after insert on difference_party
  referencing new table as added for each statement execute function difference_party_is_found();

create function event_is_found() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  insert into found_under
    select partnership_id, 'person', by_person::text, difference_id from added where by_person is not null
    union select partnership_id, 'person', detail ->> 'person', difference_id from added where detail ->> 'person' is not null
    on conflict do nothing;
  return null;
end $$;
create trigger event_is_found after insert on event
  referencing new table as added for each statement execute function event_is_found();

insert into found_under
  select partnership_id, 'reference', part, id from difference, parts_of_reference(reference) part
  union select partnership_id, 'agency', agency::text, difference_id from difference_party, unnest(agencies) agency
  union select partnership_id, 'theme', theme, difference_id from difference_party, unnest(themes) theme
  union select partnership_id, 'stage', stage, difference_id from difference_party
  union select partnership_id, 'person', by_person::text, difference_id from event where by_person is not null
  union select partnership_id, 'person', detail ->> 'person', difference_id from event where detail ->> 'person' is not null;
