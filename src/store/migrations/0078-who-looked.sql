-- Readings are looked up by difference, and by when.
create index reading_difference on reading (difference_id, at);
create index reading_when on reading (partnership_id, at);

-- Each time that somebody had the record of their partnership verified, and what was found.
create table record_check (
  id             uuid primary key,
  partnership_id uuid not null references partnership,
  asked_by       uuid not null references person,
  asked_at       timestamptz not null,
  -- What was looked at and found; null until it is over.
  found          jsonb
);
create index record_check_partnership on record_check (partnership_id, asked_at desc);

alter table task drop constraint task_kind_check;
alter table task add constraint task_kind_check
  check (kind in ('read-old-log', 'check-old-log', 'import-old-log', 'make-download', 'verify-record'));
