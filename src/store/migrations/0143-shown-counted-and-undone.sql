-- Older versions serve on.

-- What will show that an action was done, asked by itself; of what was agreed before it stands in what is to be done.
alter table learning_action add column shown_by text;

-- What stands in each column of an old log, counted once while its file is read, sealed. Its import is undone beside the page,
-- and so a report is counted.
alter table old_log add column words bytea;
alter table task drop constraint task_kind_check, add constraint task_kind_check
  check (kind in ('read-old-log', 'check-old-log', 'import-old-log', 'undo-old-log', 'make-download', 'verify-record', 'make-report', 'check-report'));
