-- What the next date of a difference is: a limit, a target that nobody is late for, or a time that somebody may use.
alter table difference_party
  add column next_due_is text not null default 'limit' check (next_due_is in ('limit', 'target', 'window'));
