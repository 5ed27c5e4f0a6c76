-- What an agency has yet to put on the child's own record, in its own system: derived from the record, like `open_step`.
create table record_owed (
	difference_id uuid not null references difference,
	step text not null,
	agency_id uuid not null references agency,
	partnership_id uuid not null references partnership,
	side text not null,
	level text not null,
	since timestamptz not null,
	person_id uuid references person,
	named text[] not null,
	audience text[] not null,
	not_safe boolean not null default false,
	next_reminder_at timestamptz not null default '-infinity',
	primary key (difference_id, step, agency_id)
);
create index record_owed_to_remind on record_owed (partnership_id, next_reminder_at);
