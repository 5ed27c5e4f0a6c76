-- A version never becomes a draft again, and one that a difference began under stays approved: else its text could
-- be changed under the record after all.
create or replace function refuse_change_of_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.id = old.id and new.partnership_id = old.partnership_id
    and (old.state = 'draft'
      or (new.source = old.source and new.protocol = old.protocol and new.version = old.version
        and new.revision = old.revision and new.state <> 'draft'))
    and not (old.state in ('refused', 'withdrawn'))
    and not (old.state = 'approved' and new.state = 'proposed')
    and not (old.state = 'approved' and new.state <> 'approved'
      and exists (select from difference where protocol_version_id = old.id))
  then
    return new;
  end if;
  raise exception 'A version of a protocol never changes: % refused', tg_op;
end $$;
