-- Versions of protocols are made, proposed and approved in Concord. Whether an approved one is coming, in force
-- or replaced is not stored: it follows from its day and from the versions after it.
alter table protocol_version
  add column state text not null default 'approved'
    check (state in ('draft', 'proposed', 'approved', 'refused', 'withdrawn')),
  -- Counts the texts of a draft, so that of two who edit it at once the second is told.
  add column revision integer not null default 1,
  add column approved_at timestamptz,
  alter column in_force_from drop not null;
alter table protocol_version alter column state drop default;
alter table protocol_version
  add constraint protocol_version_day check ((state = 'approved') = (in_force_from is not null));

-- The name of a version that was refused or withdrawn may be given again.
alter table protocol_version drop constraint protocol_version_partnership_id_protocol_version_key;
create unique index protocol_version_name on protocol_version (partnership_id, protocol, version)
  where state not in ('refused', 'withdrawn');
create index protocol_version_partnership on protocol_version (partnership_id, in_force_from);
create index difference_version on difference (protocol_version_id);

-- Only the text of a draft changes; nothing of a version goes away.
create function refuse_change_of_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.id = old.id and new.partnership_id = old.partnership_id
    and (old.state = 'draft'
      or (new.source = old.source and new.protocol = old.protocol and new.version = old.version))
    and not (old.state in ('refused', 'withdrawn'))
  then
    return new;
  end if;
  raise exception 'A version of a protocol never changes: % refused', tg_op;
end $$;
create trigger protocol_version_stays before update or delete on protocol_version
  for each row execute function refuse_change_of_version();

-- Who made a version, edited, proposed, approved, refused or withdrew it, and when, with a note.
create table protocol_history (
  id                  bigint generated always as identity primary key,
  partnership_id      uuid not null references partnership,
  protocol_version_id uuid not null references protocol_version,
  type                text not null
    check (type in ('made', 'edited', 'proposed', 'approved', 'refused', 'withdrawn')),
  at                  timestamptz not null,
  by_person           uuid not null references person,
  note                text not null,
  -- The version that the text was copied from, or the day from which it is to be in force.
  copied_from         uuid references protocol_version,
  in_force_from       date
);
create index protocol_history_version on protocol_history (protocol_version_id);
create trigger protocol_history_is_append_only before update or delete or truncate on protocol_history
  for each statement execute function refuse_change();
