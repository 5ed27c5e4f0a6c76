-- What reports count of each difference, derived from its record: no name and no sentence of the story is in it.
create table counted (
	difference_id uuid primary key references difference,
	partnership_id uuid not null references partnership,
	protocol text not null,
	raised_on date not null,
	ended_on date,
	facts jsonb not null
);
-- A report reads what ended since a day or has not ended; most of a long history did long ago.
create index counted_ended on counted (partnership_id, protocol, ended_on);
create index counted_open on counted (partnership_id, protocol) where ended_on is null;
