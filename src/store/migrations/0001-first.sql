-- The first shape of the database.
--
-- Three rules hold for every table of a partnership's business:
--   1. each row names its partnership, so that a second partnership is only data;
--   2. what identifies a child or tells a story stands in `narrative` and `draft` alone,
--      apart from what is indexed, so that it can be encrypted and shredded by itself;
--   3. `event` is the record: rows are added, never changed or removed.

create table partnership (
  id               uuid primary key,
  name             text not null,
  -- First letters of every reference, such as HV in HV-7K4P2.
  reference_prefix text not null,
  -- Rehearsal only: how many seconds the partnership's clock runs ahead of the real one.
  clock_ahead      bigint not null default 0
);

create table agency (
  id             uuid primary key,
  partnership_id uuid not null references partnership,
  name           text not null,
  sector         text not null,
  unique (partnership_id, name)
);

create table person (
  id                uuid primary key,
  partnership_id    uuid not null references partnership,
  agency_id         uuid not null references agency,
  name              text not null,
  job_title         text not null,
  email             text not null,
  level             text not null check (level in ('practitioner', 'manager', 'senior-manager', 'director')),
  safeguarding_lead boolean not null default false,
  -- Offices held in the partnership: business-unit, executive, administrator and others that a protocol names.
  offices           text[] not null default '{}',
  password_hash     text,
  left_at           timestamptz
);
create unique index person_email on person (lower(email));
create index person_agency on person (agency_id);

-- The text of a protocol exactly as it was read. A version that was used never changes.
create table protocol_version (
  id             uuid primary key,
  partnership_id uuid not null references partnership,
  protocol       text not null,
  version        text not null,
  source         text not null,
  in_force_from  date not null,
  unique (partnership_id, protocol, version)
);

-- A difference, and where it truly stands. Derived from its events by `evolve`; a test replays them and compares.
create table difference (
  id                  uuid primary key,
  partnership_id      uuid not null references partnership,
  reference           text not null,
  protocol_version_id uuid not null references protocol_version,
  raising_agency_id   uuid not null references agency,
  receiving_agency_id uuid not null references agency,
  raised_by           uuid not null references person,
  raised_at           timestamptz not null,
  status              text not null check (status in ('open', 'ended')),
  stage               text not null,
  ending              text,
  ended_at            timestamptz,
  last_seq            integer not null,
  unique (partnership_id, reference)
);
create index difference_raising on difference (raising_agency_id);
create index difference_receiving on difference (receiving_agency_id);

-- Which sides know of the difference, since when, and how it stands as far as they may read:
-- lists read this and nothing else. Who is in no row learns nothing.
create table difference_party (
  difference_id  uuid not null references difference,
  partnership_id uuid not null references partnership,
  side           text not null,
  agency_id      uuid references agency,
  office         text,
  since          timestamptz not null,
  stage          text not null,
  status         text not null check (status in ('open', 'ended')),
  ending         text,
  themes         text[] not null,
  -- The soonest date that somebody is held to; null when no clock runs.
  next_due_at    timestamptz,
  changed_at     timestamptz not null,
  primary key (difference_id, side),
  check ((agency_id is null) <> (office is null))
);
create index difference_party_agency on difference_party (agency_id);
create index difference_party_office on difference_party (office);

-- People named in a difference: they see it whatever their level, once their side knows.
create table difference_person (
  difference_id  uuid not null references difference,
  partnership_id uuid not null references partnership,
  person_id      uuid not null references person,
  side           text not null,
  primary key (difference_id, person_id)
);
create index difference_person_person on difference_person (person_id);

create table event (
  difference_id  uuid not null references difference,
  seq            integer not null,
  partnership_id uuid not null references partnership,
  type           text not null,
  at             timestamptz not null,
  by_person      uuid references person,
  by_side        text,
  -- The sides that may read this entry of the record.
  audience       text[] not null,
  detail         jsonb not null,
  primary key (difference_id, seq)
);

create table narrative (
  difference_id  uuid not null,
  seq            integer not null,
  field          text not null,
  partnership_id uuid not null references partnership,
  content        jsonb not null,
  primary key (difference_id, seq, field),
  foreign key (difference_id, seq) references event
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The record is only ever added to: % of % refused', tg_op, tg_table_name;
end $$;
create trigger event_is_append_only before update or delete or truncate on event
  for each statement execute function refuse_change();
create trigger narrative_is_append_only before update or delete or truncate on narrative
  for each statement execute function refuse_change();

-- What is open: one row for each thing that somebody owes.
create table open_step (
  difference_id  uuid not null references difference,
  step           text not null,
  partnership_id uuid not null references partnership,
  opened_at      timestamptz not null,
  -- Who owes it: an agency's people of a level and above, or the holders of an office.
  side           text not null,
  agency_id      uuid references agency,
  office         text,
  level          text,
  -- The person it was given to, when there is one.
  person_id      uuid references person,
  -- People who may not do it, because of what they did before.
  barred         uuid[] not null,
  -- The sides that may know that it is open.
  audience       text[] not null,
  primary key (difference_id, step)
);
create index open_step_agency on open_step (agency_id);
create index open_step_office on open_step (office);
create index open_step_person on open_step (person_id);

create table clock (
  difference_id  uuid not null references difference,
  clock          text not null,
  round          integer not null,
  partnership_id uuid not null references partnership,
  step           text not null,
  started_at     timestamptz not null,
  due_at         timestamptz not null,
  first_due_at   timestamptz not null,
  strength       text not null,
  audience       text[] not null,
  state          text not null check (state in ('running', 'ran-out', 'met', 'met-late', 'dropped')),
  ended_at       timestamptz,
  primary key (difference_id, clock, round)
);
create index clock_running on clock (due_at) where state = 'running';

-- Typed text that has not been sent. `difference_id` is null while a difference is being raised.
create table draft (
  id             uuid primary key,
  partnership_id uuid not null references partnership,
  person_id      uuid not null references person,
  difference_id  uuid references difference,
  page           text not null,
  content        jsonb not null,
  saved_at       timestamptz not null,
  unique nulls not distinct (person_id, difference_id, page)
);

-- The key of each form that was acted on, so that a second click acts once.
create table act_key (
  key            uuid primary key,
  partnership_id uuid not null references partnership,
  person_id      uuid not null references person,
  difference_id  uuid not null references difference,
  at             timestamptz not null
);

-- Mail that is owed or was sent. `notice` can hold neither a child's name nor a sentence of the story.
create table message (
  id             uuid primary key,
  partnership_id uuid not null references partnership,
  difference_id  uuid references difference,
  to_person      uuid not null references person,
  kind           text not null,
  notice         jsonb not null,
  created_at     timestamptz not null,
  state          text not null check (state in ('waiting', 'sent', 'failed')),
  sent_at        timestamptz,
  error          text
);
create index message_person on message (to_person, created_at desc);

-- One row a reminder that went: once for each obligation, rule and person.
create table reminder (
  difference_id  uuid not null references difference,
  obligation     text not null,
  rule           text not null,
  person_id      uuid not null references person,
  partnership_id uuid not null references partnership,
  message_id     uuid not null references message,
  at             timestamptz not null,
  primary key (difference_id, obligation, rule, person_id)
);

-- Who opened which difference, and when.
create table reading (
  id             bigint generated always as identity primary key,
  partnership_id uuid not null references partnership,
  difference_id  uuid not null references difference,
  person_id      uuid not null references person,
  what           text not null,
  at             timestamptz not null
);
create trigger reading_is_append_only before update or delete or truncate on reading
  for each statement execute function refuse_change();

create table session (
  sid        text primary key,
  person_id  uuid references person,
  data       jsonb not null,
  expires_at timestamptz not null
);
create index session_person on session (person_id);
create index session_expiry on session (expires_at);
