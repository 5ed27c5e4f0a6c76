-- What one side asked another and has no answer to yet: derived from the record, for the lists of those who are asked.
create table open_question (
	difference_id uuid not null references difference,
	seq integer not null,
	partnership_id uuid not null references partnership,
	side text not null,
	asked_at timestamptz not null,
	primary key (difference_id, seq)
);
create index open_question_by_partnership on open_question (partnership_id, side);
-- Where something went to the wrong agency is looked for across all records.
create index event_recalled on event (partnership_id) where type = 'recalled';
