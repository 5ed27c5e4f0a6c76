-- Whom four questions are put to when a difference ends, and whether each has answered. What they answered is not here, and
-- nothing here says when: the two tables have no column in common by which one row could be laid beside the other.
create table feedback_invitation (
	difference_id uuid not null references difference,
	person_id uuid not null references person,
	partnership_id uuid not null references partnership,
	side text not null,
	answered boolean not null default false,
	primary key (difference_id, person_id)
);
-- What was answered, of nobody and of no difference. It is shown from the month in which it was released, together with at
-- least four others of the same side: until then nobody counts it.
create table feedback_answer (
	id uuid primary key default gen_random_uuid(),
	partnership_id uuid not null references partnership,
	protocol text not null,
	side text not null,
	heard text not null,
	in_time text not null,
	helped text not null,
	easier text,
	month date
);
create index feedback_answer_released on feedback_answer (partnership_id, protocol, month);
