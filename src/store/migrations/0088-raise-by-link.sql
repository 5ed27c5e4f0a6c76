-- Somebody of an agency who has no account may be given a link to raise one difference. They are of that difference before it
-- has begun: its identifier is made with their link, so `only_in` may name one that is not there yet.
alter table person drop constraint person_only_in_fkey;
create table link_to_raise (
  person_id     uuid primary key references person,
  partnership_id uuid not null references partnership,
  difference_id uuid not null unique,
  -- Who vouched for them, when by the partnership's time, and how they know: said in the record once it has begun.
  vouched_by    uuid not null references person,
  vouched_at    timestamptz not null,
  because       text not null,
  -- Of the form that gave it: sent twice, it gives one.
  form_key      uuid not null unique,
  -- When it was used. One that is taken back or has expired is told by its person, who has left.
  raised_at     timestamptz
);
create index link_to_raise_partnership on link_to_raise (partnership_id);
