-- Files that people send with what they do.
--
-- What tells a story stands apart here too: the bytes in `file_part`, the name until it is sent in `file_draft`, and from
-- then on in `narrative`. `file` itself says of it only what may be indexed.
create table file (
  id             uuid primary key,
  partnership_id uuid not null references partnership,
  difference_id  uuid not null references difference,
  -- The entry of the record that it was sent with; null until it is.
  seq            integer,
  -- Null until all of it has arrived.
  type           text,
  size           bigint,
  sha256         text,
  -- `waiting` is what the virus scanner has not seen, `infected` what it found something in.
  state          text not null check (state in ('arriving', 'waiting', 'clean', 'infected')),
  began_at       timestamptz not null,
  foreign key (difference_id, seq) references event,
  check (state = 'arriving' or (type is not null and size is not null and sha256 is not null)),
  check (seq is null or state <> 'arriving')
);
create index file_difference on file (difference_id);
create index file_unfinished on file (began_at) where state in ('arriving', 'waiting');

create table file_part (
  file_id        uuid not null references file,
  -- From 0; each but the last holds as many bytes as src/store/files.ts says.
  number         integer not null,
  partnership_id uuid not null references partnership,
  content        bytea not null,
  primary key (file_id, number)
);
-- Most files are compressed already: to try again costs time and saves nothing.
alter table file_part alter column content set storage external;

-- What was chosen on a page and not sent yet, beside what was typed there.
create table file_draft (
  file_id        uuid primary key references file,
  partnership_id uuid not null references partnership,
  person_id      uuid not null references person,
  difference_id  uuid not null references difference,
  page           text not null,
  name           text not null,
  added_at       timestamptz not null
);
create index file_draft_place on file_draft (person_id, difference_id, page);

-- What was sent is part of the record: it stays as it is. Only what the scanner said of it may change.
create function refuse_change_of_sent_file() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' then
    raise exception 'The record is only ever added to: % of % refused', tg_op, tg_table_name;
  elsif old.seq is null then
    return case tg_op when 'DELETE' then old else new end;
  elsif tg_op = 'DELETE' or (to_jsonb(new) - 'state') <> (to_jsonb(old) - 'state') then
    raise exception 'The record is only ever added to: % of % refused', tg_op, tg_table_name;
  end if;
  return new;
end $$;
create trigger sent_file_stays before update or delete on file
  for each row execute function refuse_change_of_sent_file();
create trigger sent_files_stay before truncate on file
  for each statement execute function refuse_change_of_sent_file();

create function refuse_change_of_sent_part() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' or exists (select from file where id = old.file_id and seq is not null) then
    raise exception 'The record is only ever added to: % of % refused', tg_op, tg_table_name;
  end if;
  return old;
end $$;
create trigger sent_part_stays before update or delete on file_part
  for each row execute function refuse_change_of_sent_part();
create trigger sent_parts_stay before truncate on file_part
  for each statement execute function refuse_change();
