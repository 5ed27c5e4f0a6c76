-- Older versions serve on.
-- In which language somebody is spoken to, on every page and in mail; null until they choose.
alter table account add column language text check (language in ('en', 'cy'));
-- Whether a partnership's people may choose Welsh.
alter table partnership add column offers_welsh boolean not null default false;
update partnership set offers_welsh = true where nation = 'wales';
