-- Levels of a protocol's own: the posts whose holders are of the level or above, whatever the directory has as theirs.
alter table open_step add column posts text[] not null default '{}';
alter table clock add column posts text[] not null default '{}';
