-- An address that works once: an invitation, a new password, the first run. Only a hash of it is kept, so that whoever reads the
-- database, or a backup of it, cannot use one.
create table one_time_link (
  id         uuid primary key,
  kind       text not null check (kind in ('invitation', 'new-password', 'first-run')),
  -- Null until its message leaves: the address is made then, and is in no table.
  hash       text unique,
  -- For whose account, or for whom who has none yet.
  account_id uuid references account,
  person_id  uuid references person,
  made_at    timestamptz not null,
  made_by    uuid references person,
  expires_at timestamptz not null,
  used_at    timestamptz,
  -- By whoever made it, or because a newer one was made.
  revoked_at timestamptz
);
create index one_time_link_person on one_time_link (person_id);
create index one_time_link_account on one_time_link (account_id);

alter table message
  -- Whose sign-in address it goes to; null: the person's work address.
  add column to_account       uuid references account,
  add column one_time_link_id uuid references one_time_link;
