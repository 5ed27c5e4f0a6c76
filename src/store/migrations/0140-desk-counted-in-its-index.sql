-- Older versions serve on.

-- The desk counts thousands of duties by their shape and by whether they are past their date, and shows the first few of each:
-- both from one index, and the duties themselves are fetched for what is shown alone. What is sealed, closed to an agency or
-- for those named alone is seen by some of an office's readers only: that is little, and is looked at one by one.
alter table owed
  add column for_every_reader boolean
    generated always as (sealed_for is null and closed_to = '{}' and not named_only) stored,
  -- From when it is past its date: time that stands still runs out for nobody.
  add column runs_out_at timestamptz
    generated always as (case when is_paused then 'infinity' else coalesce(due_at, 'infinity') end) stored;
create index owed_desk on owed (partnership_id, office, shape, runs_out_at, since, reference, owed)
  include (beside_due, difference_id) where office is not null and for_every_reader;
create index owed_desk_some on owed (partnership_id, office, shape, runs_out_at, since, reference, owed)
  where office is not null and not for_every_reader;
-- Its rows are written anew with each act, and an index answers alone only for what was vacuumed since.
alter table owed set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05);
analyze owed;
