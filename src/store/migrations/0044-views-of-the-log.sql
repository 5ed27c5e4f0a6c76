-- The log of forms is read from the latest received on, for one office.
create index difference_party_office_since on difference_party (partnership_id, office, since desc) where office is not null;
-- Answers that came late or are: few among all.
create index clock_late on clock (step, difference_id) where state in ('ran-out', 'met-late');

-- Which part of the log of forms somebody wants to see again, and in which columns. It is called by what it shows: nobody types
-- a name, so none of a child can stand in it.
create table log_view (
	id uuid primary key,
	-- In the order in which they were saved.
	number bigint generated always as identity,
	partnership_id uuid not null references partnership,
	person_id uuid not null references person,
	-- Null for whoever saved it alone; else everybody who reads in this office.
	office text,
	-- As in the address of the log.
	query text not null,
	saved_at timestamptz not null
);
create unique index log_view_once on log_view (partnership_id, coalesce(office, person_id::text), query);
