-- Older versions serve on.
-- An address that is told when something happens that the person of its token may know. What makes a message ours, its secret,
-- is closed under the data key of the partnership.
create table webhook (
  id             uuid primary key,
  partnership_id uuid not null references partnership,
  token_id       uuid not null references api_token,
  person_id      uuid not null references person,
  address        text not null,
  kinds          text[] not null,
  secret_sealed  bytea not null,
  state          text not null check (state in ('works', 'paused', 'failing', 'stopped')),
  made_at        timestamptz not null,
  -- Since when it took nothing, and how often in a row it did not answer at all: until rest_until nothing is sent.
  failing_since  timestamptz,
  failures       integer not null default 0,
  rest_until     timestamptz,
  -- Somebody sends to it; over by itself where they were killed.
  sending_until  timestamptz
);
create index webhook_partnership on webhook (partnership_id);
create index webhook_token on webhook (token_id);
create index webhook_person on webhook (person_id);

-- Something that an address is told, and every try to. It goes with its difference (dispose_of).
create table webhook_event (
  id             uuid primary key,
  partnership_id uuid not null references partnership,
  webhook_id     uuid not null references webhook on delete cascade,
  -- Null where it only tries whether the address takes something.
  difference_id  uuid references difference,
  entry          integer not null,
  kind           text not null,
  step           text,
  happened_at    timestamptz not null,
  state          text not null check (state in ('waiting', 'sent', 'given-up')),
  next_try_at    timestamptz,
  -- [{at, status} or {at, problem}], the first first.
  attempts       jsonb not null default '[]',
  -- An act that is looked at twice tells it once.
  unique (webhook_id, difference_id, entry, kind)
);
create index webhook_event_waits on webhook_event (webhook_id, next_try_at) where state = 'waiting';
create index webhook_event_difference on webhook_event (difference_id);
create index webhook_event_log on webhook_event (webhook_id, happened_at desc, id);
create index webhook_event_old on webhook_event (partnership_id, happened_at);
