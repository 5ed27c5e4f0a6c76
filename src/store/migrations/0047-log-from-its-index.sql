-- The log of forms is counted and paged from one index that holds all by which it is narrowed and by which somebody sees a
-- row, so that nothing is looked up that no page shows. Which agencies a difference is between, or are involved in it, is on
-- each of its rows for that.
alter table difference_party add column agencies uuid[] not null default '{}';
drop index difference_party_office;
drop index difference_party_office_since;
create index difference_party_log on difference_party (partnership_id, office, since desc)
	include (difference_id, reader, named_only, status, stage, ending, agencies) where office is not null;
-- Themes may be many and long, and an index of the former kind holds no row of more than 2,700 bytes.
create index difference_party_themes on difference_party using gin (themes) where office is not null;
