-- How people sign in besides with a password, what is counted of tries that failed, and what happened to an account.

create table passkey (
  -- As its authenticator named it, in base64url.
  id         text primary key,
  account_id uuid not null references account,
  -- What tells somebody's passkeys apart: their own words.
  name       text not null,
  public_key bytea not null,
  -- How often it was used, by its own count; 0 for one that does not count.
  counter    bigint not null,
  transports text[] not null,
  made_at    timestamptz not null,
  used_at    timestamptz
);
create index passkey_account on passkey (account_id);

-- What a passkey is asked to sign: once, by the browser that it was given to.
create table passkey_challenge (
  challenge  text primary key,
  -- A hash of the browser's session, and what it is for.
  given_to   text not null,
  expires_at timestamptz not null
);

-- The key of an authenticator app, sealed under the installation's secret.
create table authenticator_app (
  account_id    uuid primary key references account,
  sealed_key    bytea,
  -- The last of its time steps that a code was taken for.
  last_step     bigint not null default 0,
  made_at       timestamptz,
  -- A key that was shown and not yet shown to work.
  pending_key   bytea,
  pending_until timestamptz
);

create table recovery_code (
  account_id uuid not null references account,
  hash       text not null,
  primary key (account_id, hash)
);

-- Tries to sign in that failed: of what is a hash, because what people type wrongly may be anything.
create table failed_try (
  of    text primary key,
  tries integer not null,
  until timestamptz not null
);

-- What happened to how an account signs in; said to whoever it belongs to.
create table account_event (
  id         bigint generated always as identity primary key,
  account_id uuid not null references account,
  at         timestamptz not null,
  what       text not null,
  -- Who did it, where it was not whoever it belongs to.
  by_person  uuid references person
);
create index account_event_account on account_event (account_id, at desc);
create trigger account_event_is_append_only before update or delete or truncate on account_event
  for each statement execute function refuse_change();

alter table account add column lock_told_at timestamptz;

alter table session add column id uuid not null default gen_random_uuid();
alter table session add column begun_at timestamptz not null default now();
alter table session add column seen_at timestamptz not null default now();
create unique index session_id on session (id);
