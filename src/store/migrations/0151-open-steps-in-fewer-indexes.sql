-- Older versions serve on.

-- Each step that is open is written anew when it is said when it is to be looked at next, and stands then anew in each of its
-- indexes: nothing asks for all steps of an agency any more, and most are no office's and given to nobody.
drop index open_step_agency;
drop index open_step_office;
create index open_step_office on open_step (office) where office is not null;
drop index open_step_person;
create index open_step_person on open_step (person_id) where person_id is not null;
