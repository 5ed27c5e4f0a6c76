-- Older versions serve on.
-- While Concords are brought to a new version one after the other, an older one serves on the database that a newer one has
-- changed: which changes allow that, their own files say in their first line.
alter table migration add column older_serves boolean not null default false;
