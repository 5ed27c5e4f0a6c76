-- What a lesson said before somebody put its words right: who wrote over it, and when.
create table lesson_words_before (
	lesson_id uuid not null references lesson,
	number integer not null check (number > 0),
	partnership_id uuid not null references partnership,
	happened text not null,
	should_differ text not null,
	replaced_at timestamptz not null,
	replaced_by uuid not null references person,
	primary key (lesson_id, number)
);
create trigger lesson_words_before_is_append_only before update or delete or truncate on lesson_words_before
	for each statement execute function refuse_change();
