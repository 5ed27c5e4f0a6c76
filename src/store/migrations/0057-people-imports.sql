-- People who come in a file: as it was read, until they are imported or a week has passed; then only whom it brought.
create table people_import (
  id             uuid primary key,
  partnership_id uuid not null references partnership,
  file_name      text not null,
  -- The table that was read: headings and lines. Null once it is imported or thrown away.
  content        jsonb,
  -- Which column is which.
  columns        jsonb not null,
  state          text not null default 'read' check (state in ('read', 'imported', 'undone')),
  -- Null for whoever imports on the machine itself.
  chosen_by      uuid references person,
  chosen_at      timestamptz not null,
  imported_at    timestamptz,
  undone_at      timestamptz,
  check ((state = 'read') = (content is not null))
);
create index people_import_partnership on people_import (partnership_id);

alter table person add column import_id uuid references people_import;
create index person_import on person (import_id) where import_id is not null;
