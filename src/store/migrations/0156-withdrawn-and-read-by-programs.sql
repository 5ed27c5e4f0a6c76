-- Older versions serve on.

-- A file that was made to be taken away and may hold what was disposed of goes at once, with its key. That it was stays until the
-- file's own time is over, so that whoever asked for it is told.
alter table download add column withdrawn_at timestamptz;

-- Which differences programs opened for somebody on a day, each once: by that it is known how many these are.
create table read_by_program (
  person_id      uuid not null references person,
  on_day         date not null,
  difference_id  uuid not null references difference,
  partnership_id uuid not null references partnership,
  primary key (person_id, on_day, difference_id)
);
create index read_by_program_of on read_by_program (difference_id);
