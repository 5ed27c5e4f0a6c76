-- What was learned from a difference, in words that name nobody, and whether it was looked at again.
create table lesson (
	id uuid primary key,
	partnership_id uuid not null references partnership,
	difference_id uuid not null references difference,
	-- As the protocol names it.
	theme text not null,
	happened text not null,
	should_differ text not null,
	recorded_at timestamptz not null,
	recorded_by uuid not null references person,
	-- The re-audit: the day, and what was found on it.
	again_on date not null,
	again_found text,
	again_at timestamptz,
	again_by uuid references person,
	check ((again_at is null) = (again_found is null)),
	check ((again_at is null) = (again_by is null))
);
create index lesson_of on lesson (difference_id);
create index lesson_again on lesson (partnership_id, again_on) where again_at is null;
