-- By a token a program acts as the person who made it, or who answers for the system that it is of. Of the token itself only
-- its SHA-256 is kept: it is 256 bits of chance, so nobody finds it by trying.
create table api_token (
  id             uuid primary key,
  partnership_id uuid not null references partnership,
  person_id      uuid not null references person,
  -- As its person calls it. What was done by it says so in the record under this name, which therefore stays as it is.
  name           text not null,
  -- It is of a system that its person answers for, and administrators see it in their list.
  is_system      boolean not null,
  hash           bytea not null unique,
  -- The first letters of the token, by which somebody who has it knows which one it is.
  prefix         text not null,
  scopes         text[] not null,
  -- Whether whoever made it had shown more than a password.
  second_factor  boolean not null,
  made_at        timestamptz not null,
  expires_at     timestamptz not null,
  -- To the minute.
  last_used_at   timestamptz,
  revoked_at     timestamptz,
  revoked_by     uuid references person
);
create index api_token_person on api_token (person_id);
create index api_token_partnership on api_token (partnership_id);
