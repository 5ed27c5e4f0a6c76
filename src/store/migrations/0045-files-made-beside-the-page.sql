-- Files that take longer to make than somebody waits at a page: a task makes each, whoever asked takes it away, and it is
-- deleted after a day. The task is about the file.
alter table task drop constraint task_kind_check;
alter table task add constraint task_kind_check
	check (kind in ('read-old-log', 'check-old-log', 'import-old-log', 'make-download'));

create table download (
	id uuid primary key,
	partnership_id uuid not null references partnership,
	-- Who asked for it: nobody else ever reads it.
	person_id uuid not null references person,
	-- What is to be made: no text that somebody typed.
	asked jsonb not null,
	-- What it is called on screen, and what is in it.
	title text not null,
	about text not null,
	asked_at timestamptz not null,
	-- When it is deleted, by the real clock, also in a rehearsal.
	kept_until timestamptz not null,
	-- Null until it is made.
	file_name text,
	type text,
	size bigint,
	check ((file_name is null) = (type is null) and (file_name is null) = (size is null))
);
create index download_person on download (person_id, asked_at);
create index download_kept_until on download (kept_until);

create table download_part (
	download_id uuid not null references download on delete cascade,
	-- From 0, as in file_part.
	number integer not null,
	partnership_id uuid not null references partnership,
	content bytea not null,
	primary key (download_id, number)
);
alter table download_part alter column content set storage external;
