-- In which order messages were put in the outbox: those of one act have one moment.
alter table message add column number bigint generated always as identity;
