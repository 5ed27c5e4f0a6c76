-- What was taken out of Concord in bulk: by whom, what of it in the partnership's own words, how many rows, and how.
create table export (
  id             uuid primary key,
  partnership_id uuid not null references partnership,
  person_id      uuid not null references person,
  what           text not null,
  about          text not null,
  format         text not null,
  rows           integer check (rows >= 0),
  by_command     boolean not null default false,
  at             timestamptz not null
);
create index export_of_partnership on export (partnership_id, at desc);
create trigger export_is_append_only before update or delete or truncate on export
  for each statement execute function refuse_change();

-- Whoever could take the log away until now still may; from now on it is given by itself.
update person set offices = offices || 'exporter'::text
  where offices && array['business-unit', 'business-unit-head'] and not 'exporter' = any(offices) and left_at is null;
