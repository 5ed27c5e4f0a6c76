-- Who alone may know of a sealed difference, agencies that do not read as an office, and who opened a seal until when.
-- All of it follows from the record.
alter table difference add column sealed_for uuid[];
alter table difference_party
  add column sealed_for uuid[],
  add column closed_to uuid[] not null default '{}';
alter table clock add column barred uuid[] not null default '{}';

create table broken_glass (
  difference_id  uuid not null references difference,
  partnership_id uuid not null references partnership,
  seq            integer not null,
  person_id      uuid not null references person,
  broken_at      timestamptz not null,
  until          timestamptz not null,
  primary key (difference_id, seq)
);
create index broken_glass_by_person on broken_glass (person_id, until);
create index difference_sealed on difference (partnership_id) where sealed_for is not null;
