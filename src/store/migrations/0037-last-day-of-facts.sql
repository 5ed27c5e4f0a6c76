-- What a report counts of an earlier period is little. Whether a difference is of earlier periods alone is told by the last
-- day that its facts name, as text, for ISO days sort so.
create function last_day_in(facts jsonb) returns text language sql immutable strict parallel safe
	return (select max(day[1] collate "C") from regexp_matches(facts::text, '"(\d{4}-\d\d-\d\d)"', 'g') as day);
alter table counted add column last_on text collate "C" generated always as (last_day_in(facts)) stored;
