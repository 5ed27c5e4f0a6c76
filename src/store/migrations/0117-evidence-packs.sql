-- Evidence packs while somebody looks at what is taken out of them: what was asked, which differences are in it, which entries
-- of each were looked at, and what was decided of a piece. What a reader gets is made of just that. Each is its maker's own,
-- and is deleted after a month.
create table evidence_pack (
  id             uuid primary key,
  partnership_id uuid not null references partnership,
  person_id      uuid not null references person,
  -- Of those of the same person.
  number         int not null check (number > 0),
  -- For whom, and which differences: sealed.
  said           bytea not null,
  begun_at       timestamptz not null,
  kept_until     timestamptz not null,
  unique (person_id, number)
);
create index evidence_pack_kept_until on evidence_pack (kept_until);

create table evidence_pack_difference (
  pack_id        uuid not null references evidence_pack on delete cascade,
  difference_id  uuid not null references difference,
  partnership_id uuid not null references partnership,
  -- Its place in the pack.
  number         int not null check (number > 0),
  -- The entries that were looked at; null until somebody has.
  looked_entries int[],
  looked_at      timestamptz,
  -- How many pieces are given whole, in part and not at all.
  given          int,
  redacted       int,
  withheld       int,
  primary key (pack_id, difference_id),
  unique (pack_id, number),
  check ((looked_entries is null) = (looked_at is null))
);
create index evidence_pack_difference_of on evidence_pack_difference (difference_id);

-- What was decided of a piece; where part of it is given that part, sealed under the key of its difference.
create table evidence_pack_piece (
  pack_id        uuid not null references evidence_pack on delete cascade,
  difference_id  uuid not null references difference,
  piece          text not null,
  partnership_id uuid not null references partnership,
  decision       text not null check (decision in ('give', 'redact', 'withhold')),
  content        bytea,
  ground         text,
  primary key (pack_id, piece),
  check ((decision = 'redact') = (content is not null)),
  check ((decision = 'give') = (ground is null))
);
create index evidence_pack_piece_of on evidence_pack_piece (difference_id);
