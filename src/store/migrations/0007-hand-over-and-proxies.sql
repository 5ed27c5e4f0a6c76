-- A difference that went on under another protocol: the one that continues it names it, and there is one at most.
alter table difference add column continues_id uuid unique references difference;
-- An agency too small to have somebody at every level: the agency that answers for it there.
alter table agency add column proxy_agency_id uuid references agency;
create index agency_proxy on agency (proxy_agency_id) where proxy_agency_id is not null;
-- Who owes a step, closer than by level: a post that somebody must hold, and whether a proxy agency may do it.
alter table open_step add column post text;
alter table open_step add column proxy boolean not null default false;
alter table clock add column post text;
alter table clock add column proxy boolean not null default false;
-- What reports count by, beside the theme: the choices that the protocol names, as far as each side was told of them.
alter table difference_party add column dimensions jsonb not null default '{}';
