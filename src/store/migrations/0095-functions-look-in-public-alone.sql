-- A temporary table is found before any other of its name, unless a function says where it looks. What refuses a change, links
-- a row or disposes of a difference must not be shown a certificate that whoever asks made up for the length of a session.
do $$
declare
  each regprocedure;
begin
  for each in
    select p.oid from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace = 'public'::regnamespace and l.lanname = 'plpgsql'
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  loop
    execute format('alter function %s set search_path = public, pg_temp', each);
  end loop;
end $$;

-- These link on behalf of the owner of the chain. A trigger that is there goes on; nobody hangs them on a table of their own.
revoke execute on function link_act(), link_reading(), link_row() from public;
