-- What a subgroup or a lesson asks somebody to do: followed until it is done or given up, with what shows it.
create table learning_action (
	id uuid primary key,
	partnership_id uuid not null references partnership,
	-- What asked for it: the decision on a report, or a lesson.
	asked_by text not null check (asked_by in ('report', 'lesson')),
	asked_by_id uuid not null,
	what text not null,
	agency_id uuid not null references agency,
	person_id uuid references person,
	due_on date not null,
	agreed_at timestamptz not null,
	agreed_by uuid not null references person,
	state text not null default 'open' check (state in ('open', 'done', 'not-done')),
	-- What was done and what shows it, or why it will not be.
	result text,
	closed_at timestamptz,
	closed_by uuid references person,
	chased_on date,
	check ((state = 'open') = (closed_at is null)),
	check ((state = 'open') = (result is null))
);
create index learning_action_of on learning_action (partnership_id, asked_by, asked_by_id);
create index learning_action_open on learning_action (partnership_id, due_on) where state = 'open';
