-- When the first of the steps opens that are asked for only from a later day; null where there is none.
alter table difference add column opens_at timestamptz;
create index difference_opens on difference (partnership_id, opens_at) where opens_at is not null;
