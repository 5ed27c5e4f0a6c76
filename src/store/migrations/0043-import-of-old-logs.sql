-- Work that takes longer than somebody waits at a page: it is done beside it, says how far it is, and can be found again.
create table task (
	id uuid primary key,
	-- In the order in which they were asked for.
	number bigint generated always as identity,
	partnership_id uuid not null references partnership,
	kind text not null check (kind in ('read-old-log', 'check-old-log', 'import-old-log')),
	-- What it is about: an old log.
	about_id uuid not null,
	state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
	-- How far it is, out of how many; null while that is not known.
	done integer not null default 0,
	whole integer,
	-- Why it failed, in a sentence, and what to do.
	wrong text,
	asked_by uuid not null references person,
	asked_at timestamptz not null,
	ended_at timestamptz,
	check ((state in ('done', 'failed')) = (ended_at is not null)),
	check (state <> 'failed' or wrong is not null)
);
create index task_about on task (about_id, number);

-- A log of the years before Concord, from the choice of its file until its import is undone.
create table old_log (
	id uuid primary key,
	partnership_id uuid not null references partnership,
	protocol text not null,
	-- As reports name it: "the log of 2024/25".
	title text not null,
	state text not null check (state in ('reading', 'read', 'imported', 'undone')),
	file_name text not null,
	-- Knows the file again.
	sha256 text not null,
	-- How the file was read, and the headings of its columns; null until it was.
	read_as text,
	other_sheets text[],
	headings jsonb,
	lines integer,
	-- How its columns and values are read: offered again for the next file.
	mapping jsonb,
	-- What the last trial with this mapping found; null where there was none.
	checked jsonb,
	-- Forms by year before and after the import.
	totals jsonb,
	chosen_by uuid not null references person,
	chosen_at timestamptz not null,
	imported_by uuid references person,
	imported_at timestamptz,
	undone_by uuid references person,
	undone_at timestamptz
);
create index old_log_partnership on old_log (partnership_id, chosen_at);

-- The file itself, until it was read. Like the lines it may tell of children: neither outlives the import by more than a week.
create table old_log_file (
	old_log_id uuid primary key references old_log on delete cascade,
	content bytea not null
);
create table old_log_line (
	old_log_id uuid not null references old_log on delete cascade,
	line integer not null,
	cells jsonb not null,
	primary key (old_log_id, line)
);

-- A form of an old log as reports count it: facts as in `counted`, and no name and no sentence of the story.
create table counted_import (
	id uuid primary key,
	old_log_id uuid not null references old_log,
	partnership_id uuid not null references partnership,
	protocol text not null,
	-- The old log's own.
	reference text,
	line integer not null,
	raised_on date not null,
	ended_on date,
	-- An agency of the directory, or the log's own word for one and its sector.
	raising_agency_id uuid references agency,
	raising_name text,
	raising_sector text,
	receiving_agency_id uuid references agency,
	receiving_name text,
	receiving_sector text,
	days_known boolean not null,
	facts jsonb not null,
	check ((raising_agency_id is null) = (raising_name is not null and raising_sector is not null))
);
create unique index counted_import_reference on counted_import (partnership_id, protocol, reference);
create index counted_import_ended on counted_import (partnership_id, protocol, ended_on);
create index counted_import_old_log on counted_import (old_log_id);
