-- The first three letters of a name lead to one in 256 of all children: of a hundred thousand that is hundreds, and each was
-- opened. The first six are a second code of one byte, so that a name that is typed whole leads to a few. What was indexed
-- before is indexed again at this start, while nobody is served.
alter table about_index drop constraint about_index_kind_check;
alter table about_index add constraint about_index_kind_check check (kind in ('name', 'long-name', 'born', 'identifier'));
alter table partnership_key add column has_long_names boolean not null default true;
update partnership_key set has_long_names = false;
-- Where a code leads is read from its index alone.
drop index about_index_code;
create index about_index_code on about_index (partnership_key_id, kind, code, difference_id, seq, field, partnership_id);
