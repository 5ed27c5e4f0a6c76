-- Requests for more time are looked for across all records: whoever must answer one has it in their work.
create index event_time_asked on event (partnership_id) where type = 'time-asked';
