-- A time limit of several steps together: whoever has one of them open is held to it.
alter table clock add column steps text[];
