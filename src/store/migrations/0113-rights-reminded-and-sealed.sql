-- Why somebody was vouched for, and why an answer takes longer, may tell a story: they are sealed from now on. What stood in
-- plain is taken out where it is of no use any more, for the record says it too, and is read as it is where it still is.
alter table link_to_raise
  alter column because drop not null,
  add column because_sealed bytea,
  add check (because is null or because_sealed is null);
update link_to_raise set because = null
  where raised_at is not null
    or exists (select from person where person.id = link_to_raise.person_id and person.left_at is not null);
alter table subject_request
  add column extended_why_sealed bytea,
  add check (extended_why is null or extended_why_sealed is null),
  -- The day on which whoever answers was last reminded of it.
  add column reminded_on date;
