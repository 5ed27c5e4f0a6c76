-- What tells a story is sealed: a key for each difference, closed under its partnership's key, closed under the
-- installation's key, which is not in this database.

create table partnership_key (
  id             uuid primary key,
  partnership_id uuid not null references partnership,
  -- Which key of the installation closed it.
  wrapped_by     text not null,
  wrapped        bytea not null,
  made_at        timestamptz not null default now(),
  -- When another took its place; what it closed is closed again under that one by and by.
  retired_at     timestamptz
);
create unique index partnership_key_in_use on partnership_key (partnership_id) where retired_at is null;

-- Whoever deletes a row of this destroys the words of its difference for ever.
create table difference_key (
  difference_id      uuid primary key references difference,
  partnership_id     uuid not null references partnership,
  partnership_key_id uuid not null references partnership_key,
  wrapped            bytea not null
);
create index difference_key_closed_by on difference_key (partnership_key_id);

-- What stands in plain text is sealed into the new table after the migrations, and then this goes.
alter table narrative rename to narrative_plain;
alter table narrative_plain rename constraint narrative_pkey to narrative_plain_pkey;

create table narrative (
  difference_id  uuid not null,
  seq            integer not null,
  field          text not null,
  partnership_id uuid not null references partnership,
  -- Sealed under the key of its difference: a salt, and the text of the answer as JSON.
  content        bytea not null,
  -- What is drawn in its place where it does not open: a text, a list of children, and so on.
  shape          text not null check (shape in ('text', 'children', 'names', 'name', 'rows', 'other')),
  -- SHA-256 of what is sealed. The salt is in there too: without the key nothing can be guessed from this.
  commitment     bytea not null check (length(commitment) = 32),
  primary key (difference_id, seq, field),
  foreign key (difference_id, seq) references event
);
create trigger narrative_is_append_only before update or delete or truncate on narrative
  for each statement execute function refuse_change();

-- By which words a child is found: codes of one byte under the partnership's key, never words. Derived from narrative.
create table about_index (
  difference_id      uuid not null,
  seq                integer not null,
  field              text not null,
  partnership_id     uuid not null references partnership,
  partnership_key_id uuid not null references partnership_key,
  kind               text not null check (kind in ('name', 'born', 'identifier')),
  code               smallint not null check (code between 0 and 255),
  primary key (difference_id, seq, field, partnership_key_id, kind, code),
  foreign key (difference_id, seq, field) references narrative
);
create index about_index_code on about_index (partnership_key_id, kind, code);
