-- What a partnership says of itself when it begins: where it is, what its pages look like, whom to ask.
alter table partnership
  -- Which bank holidays its people keep; its protocols say by which their dates are counted.
  add column nation    text not null default 'england'
    check (nation in ('england', 'wales', 'scotland', 'northern-ireland')),
  -- What tells it apart in an address, and the host that is its alone, where one installation has several.
  add column path_name text,
  add column host      text unique,
  -- At the head of its pages; null: its name, and Concord's own colour.
  add column logo_text text,
  add column colour    text check (colour ~ '^#[0-9a-f]{6}$'),
  -- Whom to ask for help with Concord, about a difference and about data protection: each a name, an address, a number.
  add column contacts  jsonb not null default '{}';

update partnership set path_name = named.path_name
from (
  select id, plain || case when number = 1 then '' else '-' || number end as path_name
  from (
    select id, plain, row_number() over (partition by plain order by id) as number
    from (
      select id, coalesce(nullif(trim(both '-' from regexp_replace(lower(name), '[^a-z0-9]+', '-', 'g')), ''), 'partnership') as plain
      from partnership) as plainly) as numbered) as named
where named.id = partnership.id;
alter table partnership
  alter column path_name set not null,
  add constraint partnership_path_name unique (path_name);

-- What somebody has answered so far who sets Concord up; nothing once there is a partnership.
create table setup_draft (
  only_one boolean primary key default true check (only_one),
  answers  jsonb not null,
  saved_at timestamptz not null
);
