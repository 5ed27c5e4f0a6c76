-- Whether a child was last said not to be safe, as each side knows, and as whoever owes something knows.
alter table difference_party add column not_safe boolean not null default false;
alter table open_step add column not_safe boolean not null default false;
alter table clock add column not_safe boolean not null default false;
-- Which answer says whom it is about, as far as this side knows: the name itself stands in `narrative` alone.
alter table difference_party add column about_seq integer;
alter table difference_party add column about_field text;
-- How a list names whom a difference is about, to whoever may see the difference.
alter table partnership add column people_shown_by text not null default 'name' check (people_shown_by in ('name', 'initials'));
