-- A partnership's own calendar: bank holidays beyond those that come with Concord, and its closure days.
-- Each row is the whole of it as one change leaves it. One that is proposed has no number yet; once it
-- applies it is number 1, 2, 3 … of its partnership and stays as it is: the highest number is in force.
create table calendar_change (
  id             uuid primary key,
  partnership_id uuid not null references partnership,
  number         integer,
  -- The number that was in force when it was proposed; 0 is what comes with Concord.
  based_on       integer not null,
  how            text not null check (how in ('entered', 'imported', 'refreshed', 'undone')),
  why            text not null,
  days           jsonb not null,
  -- Null: Concord itself, which had asked the address of a list.
  proposed_by    uuid references person,
  proposed_at    timestamptz not null,
  applied_by     uuid references person,
  applied_at     timestamptz,
  -- How many dates moved, of how many differences.
  moved          integer,
  differences    integer,
  unique (partnership_id, number),
  check ((number is null) = (applied_at is null))
);

-- A list of bank holidays that was not believed. The last good one stays in force.
create table calendar_alert (
  id              uuid primary key,
  partnership_id  uuid not null references partnership,
  raised_at       timestamptz not null,
  last_at         timestamptz not null,
  faults          text[] not null,
  acknowledged_by uuid references person,
  acknowledged_at timestamptz,
  -- When a good list came.
  cleared_at      timestamptz
);
create index calendar_alert_partnership on calendar_alert (partnership_id, raised_at desc);

-- What a date is counted from, as { start, limit, pauses }, so that a change of calendar can count all of
-- them again without reading the records; null where no calendar has a say in it.
alter table clock add column counted jsonb;
-- By when it is due for each side that sees it open, as { side: instant }; null on rows from before this.
alter table clock add column due_as_seen jsonb;
create index clock_counted on clock (partnership_id)
  where counted is not null and state in ('running', 'paused', 'ran-out');

-- Thousands of rows may change together: with room left on its page a row stays on it, and no index is written.
alter table difference set (fillfactor = 80);
alter table difference_party set (fillfactor = 70);
