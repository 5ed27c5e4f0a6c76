-- Each backup that was made or failed, so that the age of the last good one is known. Written when it ends: one that was
-- killed leaves no row, and the last good one grows old.
create table backup (
  id         bigint generated always as identity primary key,
  started_at timestamptz not null,
  ended_at   timestamptz not null,
  -- Absent where it failed.
  file       text,
  size       bigint,
  sha256     text,
  -- What was wrong, in a sentence for whoever runs Concord.
  wrong      text,
  check (case when wrong is null then num_nonnulls(file, size, sha256) = 3 else num_nonnulls(file, size, sha256) = 0 end)
);
create index backup_ended on backup (ended_at);
