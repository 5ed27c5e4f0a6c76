-- Somebody asked what is held about them, or about a child: what was found, what was decided of each piece, and what was
-- given. What names anybody is sealed: whoever has the database alone reads nothing of it.
create table subject_request (
  id             uuid primary key,
  partnership_id uuid not null references partnership,
  number         int not null check (number > 0),
  -- About a child or an adult of a difference, or about somebody of the directory.
  kind           text not null check (kind in ('child', 'person')),
  about          bytea not null,
  received_on    date not null,
  due_on         date not null,
  -- Why it takes longer; the person is told.
  extended_why   text,
  made_at        timestamptz not null,
  made_by        uuid not null references person,
  closed_at      timestamptz,
  closed_by      uuid references person,
  unique (partnership_id, number),
  check ((closed_at is null) = (closed_by is null))
);

-- The differences that may be about them; null until somebody has said whether it is.
create table subject_request_difference (
  request_id     uuid not null references subject_request on delete cascade,
  difference_id  uuid not null references difference,
  partnership_id uuid not null references partnership,
  found_by       text[] not null,
  is_theirs      boolean,
  primary key (request_id, difference_id)
);

-- What was decided of a piece; where part of it is given, that part, sealed.
create table subject_request_piece (
  request_id     uuid not null references subject_request on delete cascade,
  -- Null for what is of no difference.
  difference_id  uuid references difference,
  piece          text not null,
  partnership_id uuid not null references partnership,
  decision       text not null check (decision in ('give', 'redact', 'withhold')),
  content        bytea,
  ground         text,
  at             timestamptz not null,
  by_person      uuid not null references person,
  primary key (request_id, piece),
  check ((decision = 'redact') = (content is not null)),
  check ((decision = 'give') = (ground is null))
);
create index subject_request_piece_of on subject_request_piece (difference_id);

-- What was done with it, in order: who made which pack of how many pieces, and when.
create table subject_request_done (
  request_id     uuid not null references subject_request on delete cascade,
  number         int not null check (number > 0),
  partnership_id uuid not null references partnership,
  what           text not null check (what in ('begun', 'extended', 'pack-asked', 'pack-made', 'closed')),
  given          int,
  redacted       int,
  withheld       int,
  at             timestamptz not null,
  by_person      uuid not null references person,
  primary key (request_id, number)
);
