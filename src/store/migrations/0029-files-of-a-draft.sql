-- A file that was chosen and not sent yet belongs to the draft that it was chosen for: to nobody alone where the draft is of
-- everybody who may do a step, and to no difference while that is being raised. Who added it is its person.
alter table file alter column difference_id drop not null;
alter table file add check (seq is null or difference_id is not null);
alter table file_draft alter column difference_id drop not null;
alter table file_draft add column owner_id uuid references person;
-- What was chosen before for a step that somebody owes is of all who may do it from now on, as what is typed there is.
update file_draft set owner_id = person_id
  where not exists (
    select from open_step
    where open_step.difference_id = file_draft.difference_id and open_step.step = file_draft.page
  );
drop index file_draft_place;
create index file_draft_place on file_draft (page, difference_id, owner_id);
