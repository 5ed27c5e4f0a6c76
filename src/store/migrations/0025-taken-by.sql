-- Who of an office has taken a difference: the office's own arrangement, which is no part of the record.
create table taken (
  difference_id  uuid not null references difference,
  office         text not null,
  partnership_id uuid not null references partnership,
  person_id      uuid not null references person,
  taken_at       timestamptz not null,
  primary key (difference_id, office)
);
create index taken_person on taken (person_id);
