-- What the desk shows of those that ended: the latest of each ending, and those in which somebody was asked something after
-- the end and has not said it yet.
create index difference_ended on difference (partnership_id, ending, ended_at desc) where status = 'ended';
alter table counted add column is_followed boolean not null
  generated always as (jsonb_path_exists(facts, '$.followed[*] ? (@.doneOn == null)')) stored;
create index counted_followed on counted (difference_id) where is_followed;
