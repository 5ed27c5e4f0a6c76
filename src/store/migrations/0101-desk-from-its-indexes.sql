-- What the desk shows of those that ended: of each ending the latest, and those in which somebody was asked something after
-- the end and has not said it yet.
create index difference_party_ended on difference_party (partnership_id, office, ending, changed_at desc)
  where office is not null and status = 'ended';
alter table counted add column is_followed boolean not null
  generated always as (jsonb_path_exists(facts, '$.followed[*] ? (@.doneOn == null)')) stored;
create index counted_followed on counted (difference_id) where is_followed;
