-- What the subgroup decided on a report: which actions it requires (rows of learning_action), or why none are. A later
-- entry adds to it.
create table report_decision (
  report_id      uuid not null references report_presented,
  number         integer not null,
  partnership_id uuid not null references partnership,
  requires       boolean not null,
  why            text not null,
  at             timestamptz not null,
  by_person      uuid not null references person,
  primary key (report_id, number)
);
create trigger report_decision_is_append_only before update or delete or truncate on report_decision
  for each statement execute function refuse_change();
