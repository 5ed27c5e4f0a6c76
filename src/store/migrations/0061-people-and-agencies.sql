-- Agencies come and go, and are named before the partnership has added them.
alter table agency
  -- Whose bank holidays its people keep; null: the partnership's.
  add column nation            text check (nation in ('england', 'wales', 'scotland', 'northern-ireland')),
  -- Its last day; nothing is raised with it any more.
  add column ended_on          date,
  -- False for one that somebody named when they raised a difference, until the office has confirmed it.
  add column is_listed         boolean not null default true,
  -- When somebody who answers for it last said that its people are right: a year is counted from here. Null: not yet.
  add column people_checked_on date,
  add column people_checked_by uuid references person,
  -- When that was last asked for.
  add column people_chased_on  date;

alter table person
  -- Since when they hold the post that they hold; null: since before Concord knew.
  add column post_from          date,
  add column contact_checked_by uuid references person;

-- What somebody was in an agency before.
create table post_held (
  id                uuid primary key,
  partnership_id    uuid not null references partnership,
  person_id         uuid not null references person,
  job_title         text not null,
  level             text not null,
  safeguarding_lead boolean not null,
  offices           text[] not null,
  held_from         date,
  held_until        date not null,
  changed_by        uuid references person
);
create index post_held_person on post_held (person_id);

-- Who leaves on a day, and who has then what was theirs; who has left, and who arranged it.
create table leaving (
  person_id      uuid primary key references person,
  partnership_id uuid not null references partnership,
  last_day       date not null,
  -- Null: whoever answers for the agency or holds the office.
  to_person      uuid references person,
  arranged_by    uuid references person,
  arranged_at    timestamptz not null,
  left_at        timestamptz,
  reminded_on    date
);
create index leaving_planned on leaving (partnership_id, last_day) where left_at is null;

create index record_owed_person on record_owed (person_id) where person_id is not null;
create index draft_owner on draft (owner_id) where owner_id is not null;
create index learning_action_person on learning_action (person_id) where person_id is not null;
