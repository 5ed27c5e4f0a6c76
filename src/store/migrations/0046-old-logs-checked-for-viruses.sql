-- The file of an old log is looked through for viruses before it is read, as files that are sent with an act are: those that
-- wait to be read now have not been.
alter table old_log_file add column state text not null default 'waiting' check (state in ('waiting', 'clean'));
alter table old_log_file alter column state drop default;
