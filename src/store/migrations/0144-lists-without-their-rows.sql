-- Older versions serve on.

-- A list that is narrowed to one agency or theme is walked past what is not of it: of tens of thousands of rows thousands. What
-- they are narrowed by, and by which somebody sees a row, stands in the index, so that what is passed over is not fetched.
drop index difference_party_office_due;
create index difference_party_office_due on difference_party
  (partnership_id, office, status, (not_safe and status = 'open') desc, next_due_at, changed_at desc, reference)
  include (difference_id, side, level, agency_id, named_only, sealed_for, closed_to, agencies, themes, stage, not_safe)
  where office is not null;
drop index difference_party_office_changed;
create index difference_party_office_changed on difference_party
  (partnership_id, office, status, (not_safe and status = 'open') desc, changed_at desc, reference)
  include (difference_id, side, level, agency_id, named_only, sealed_for, closed_to, agencies, themes, stage, next_due_at, not_safe)
  where office is not null;
-- Its rows are written anew with each act, and an index answers alone only for what was vacuumed since.
alter table difference_party set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05);

-- In which differences somebody is named, from its index alone.
drop index difference_person_person;
create index difference_person_person on difference_person (person_id, difference_id, partnership_id);
