-- A clock may run over several stages: then no step is held to it, but a side and the people who answer for it there.
alter table clock alter column step drop not null;
alter table clock add column side text;
alter table clock add column agency_id uuid references agency;
alter table clock add column office text;
alter table clock add column level text;
