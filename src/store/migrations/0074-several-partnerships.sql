-- Whether the installation has several partnerships, which each may know of, and nothing else of the others: what serves sees
-- the rows of one partnership alone. An owner that is no superuser may not attach the setting to the function, so it is set
-- and put back inside.
create function has_several_partnerships() returns boolean language plpgsql volatile as $$
declare
  before text := coalesce(current_setting('concord.partnership', true), '');
  several boolean;
begin
  perform set_config('concord.partnership', 'every', true);
  select count(*) > 1 into several from partnership;
  perform set_config('concord.partnership', before, true);
  return several;
end $$;
