-- A clock may stand still: it neither runs out nor is late until somebody lets it run on.
alter table clock drop constraint clock_state_check;
alter table clock add constraint clock_state_check
  check (state in ('running', 'paused', 'ran-out', 'met', 'met-late', 'dropped'));
-- Lists join the clocks that somebody is still held to; the others are history.
create index clock_open on clock (difference_id, step) where state in ('running', 'paused', 'ran-out');
