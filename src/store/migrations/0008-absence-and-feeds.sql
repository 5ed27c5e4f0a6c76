-- Who is away, and who stands in for them: within an agency or an office.
create table absence (
  id             uuid primary key,
  partnership_id uuid not null references partnership,
  person_id      uuid not null references person,
  -- The first and the last day.
  from_on        date not null,
  until_on       date not null check (until_on >= from_on),
  entered_by     uuid not null references person,
  entered_at     timestamptz not null
);
create index absence_person on absence (person_id, until_on);

create table deputy (
  person_id      uuid not null references person,
  deputy_id      uuid not null references person,
  partnership_id uuid not null references partnership,
  primary key (person_id, deputy_id),
  check (person_id <> deputy_id)
);
create index deputy_of on deputy (deputy_id);

-- When the person last said that their work address is right.
alter table person add column contact_checked_on date;
-- Hash of the secret address of the person's calendar feed; the address itself is shown once and not kept.
alter table person add column feed_hash text unique;

-- When a message could not be delivered for good, and when the Business Unit dealt with it.
alter table message add column failed_at timestamptz;
alter table message add column failure_seen_at timestamptz;
create index message_failed on message (partnership_id) where state = 'failed' and failure_seen_at is null;
