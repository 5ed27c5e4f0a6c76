-- A step that is only the person's to whom it was given, while they are there.
alter table open_step add column only_given boolean not null default false;
create index open_step_only_given on open_step (partnership_id) where only_given;
