-- Whom to ring is said with a number. Numbers are of work; none goes into mail or logs.
alter table person add column phone text;
alter table person add column mobile text;
alter table agency add column out_of_hours_phone text;

-- Several differences can be half raised: each in a draft of its own.
update draft set page = 'raise/' || id where page = 'raise' and difference_id is null;
