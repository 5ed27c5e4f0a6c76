-- Whether the installation has several partnerships, which each may know of, and nothing else of the others: what serves sees
-- the rows of one partnership alone.
create function has_several_partnerships() returns boolean language sql stable
  set concord.partnership = 'every'
  as 'select count(*) > 1 from public.partnership';
