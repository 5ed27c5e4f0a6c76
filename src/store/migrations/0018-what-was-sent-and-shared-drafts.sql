-- A form that comes again with the key of one that was acted on and with other content has not been acted on.
-- A digest, never the content; empty for what was sent before this was kept.
alter table act_key add column content text;

-- A draft of a step is of everybody who may do it: nobody's own. Whoever wrote in it last is its person.
alter table draft add column owner_id uuid references person;
update draft set owner_id = person_id;
alter table draft drop constraint draft_person_id_difference_id_page_key;
alter table draft add unique nulls not distinct (owner_id, difference_id, page);
