-- A start asks what an older version had derived in its own way, and what waits and is in no queue. Where there is nothing of
-- either it is to know that from an index, not from every difference and every message that there ever was.
create index difference_derived_as on difference (derived_as, id);
create index message_waiting on message (id) where state = 'waiting';
create index task_waiting on task (id) where state in ('waiting', 'running');
