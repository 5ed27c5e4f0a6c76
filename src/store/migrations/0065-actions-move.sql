-- An action that was agreed moves to another day or another owner: each time, from what to what, by whom and why.
create table learning_action_move (
	action_id uuid not null references learning_action,
	number integer not null check (number > 0),
	partnership_id uuid not null references partnership,
	at timestamptz not null,
	by_person uuid not null references person,
	reason text not null check (reason <> ''),
	from_agency_id uuid not null references agency,
	from_person_id uuid references person,
	from_due_on date not null,
	to_agency_id uuid not null references agency,
	to_person_id uuid references person,
	to_due_on date not null,
	primary key (action_id, number),
	check ((from_agency_id, from_person_id, from_due_on) is distinct from (to_agency_id, to_person_id, to_due_on))
);
create trigger learning_action_move_is_append_only before update or delete or truncate on learning_action_move
	for each statement execute function refuse_change();
