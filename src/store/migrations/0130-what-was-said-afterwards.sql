-- Older versions serve on.

-- A gap in policy or practice has its moment beside it too, as what was learned has: a report opens what was said in its period,
-- and looks at nothing else.
alter table narrative disable trigger narrative_is_append_only;
update narrative set said_at = event.at from event
  where narrative.field = 'policy-gap' and event.difference_id = narrative.difference_id and event.seq = narrative.seq
    and event.type = 'step-done';
alter table narrative enable trigger narrative_is_append_only;
drop trigger narrative_says_when on narrative;
create trigger narrative_says_when before insert on narrative
  for each row when (new.field in ('lesson', 'policy-gap')) execute function narrative_says_when();
analyze narrative (said_at);
