-- The hours of a working day in which a partnership's people are reminded.
alter table partnership add column remind_from time not null default '09:00';
alter table partnership add column remind_until time not null default '17:00';
alter table partnership add constraint partnership_remind check (remind_from < remind_until);
-- What the moments below were worked out by: the number of the calendar, the hours and the day.
alter table partnership add column reminders_planned_by text not null default '';

-- When the next reminder of something that is owed may go. It is what the sweep remembers, not what the record
-- says: -infinity is not worked out yet, as after every act, and infinity is never.
alter table open_step add column next_reminder_at timestamptz not null default '-infinity';
create index open_step_reminder on open_step (partnership_id, next_reminder_at);
alter table clock add column next_reminder_at timestamptz not null default '-infinity';
create index clock_reminder on clock (partnership_id, next_reminder_at)
  where step is null and state in ('running', 'ran-out');

-- How a person is reminded, and the day on which they last got one message with all that they owe.
alter table person add column digest text not null default 'as-they-come'
  check (digest in ('as-they-come', 'each-morning'));
alter table person add column digest_on date;
create index person_digest on person (partnership_id) where digest = 'each-morning';

-- Of which message a reminder was part: asked when it is about to be sent.
create index reminder_message on reminder (message_id);
-- A reminder that nobody needs any more, because the thing was done before it could be sent.
alter table message drop constraint message_state_check;
alter table message add constraint message_state_check
  check (state in ('waiting', 'sent', 'failed', 'not-needed'));
