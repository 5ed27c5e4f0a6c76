-- A page that is read in seven minutes, made from lessons; approved by somebody who did not write it.
create table briefing (
	id uuid primary key,
	partnership_id uuid not null references partnership,
	title text not null,
	-- By the names of its sections.
	sections jsonb not null,
	state text not null default 'draft' check (state in ('draft', 'approved', 'withdrawn')),
	-- Counts the times it was saved, so that nobody approves what they have not read.
	revision integer not null default 1 check (revision > 0),
	-- Everybody who wrote in it.
	writers uuid[] not null check (cardinality(writers) > 0),
	written_at timestamptz not null,
	approved_at timestamptz,
	approved_by uuid references person,
	check ((state = 'draft') = (approved_at is null)),
	check ((approved_at is null) = (approved_by is null)),
	check (not approved_by = any (writers))
);
create index briefing_of on briefing (partnership_id, state);
create table briefing_lesson (
	briefing_id uuid not null references briefing,
	lesson_id uuid not null references lesson,
	partnership_id uuid not null references partnership,
	primary key (briefing_id, lesson_id)
);
create index briefing_lesson_of on briefing_lesson (lesson_id);

-- What everybody may have read stays as it was approved; it can only be taken out of the library.
create function refuse_change_of_approved_briefing() returns trigger language plpgsql as $$
begin
	if old.state <> 'draft' and (tg_op = 'DELETE' or row (new.title, new.sections, new.writers, new.approved_by, new.approved_at)
		is distinct from row (old.title, old.sections, old.writers, old.approved_by, old.approved_at) or new.state = 'draft') then
		raise exception 'An approved briefing stays as it is';
	end if;
	return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger approved_briefing_stays before update or delete on briefing
	for each row execute function refuse_change_of_approved_briefing();
