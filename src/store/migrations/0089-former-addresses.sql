-- Where a partnership was reached before it moved: what leads there leads on to where it is now.
create table former_address (
  id             uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references partnership,
  path_name      text unique,
  host           text unique,
  left_at        timestamptz not null,
  check ((path_name is null) <> (host is null))
);
