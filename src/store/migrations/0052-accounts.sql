-- Who signs in is an account; what somebody is in an agency of a partnership is a person. One account may be several people:
-- a trust's safeguarding lead for three schools, a police force over two areas. Like a session, an account is no
-- partnership's own.

create table account (
  id            uuid primary key,
  -- Under which one signs in; it was shown to be theirs.
  email         text not null,
  password_hash text,
  -- Keeps the installation, and sees nothing of what is in a partnership.
  is_operator   boolean not null default false,
  made_at       timestamptz not null
);
create unique index account_email on account (lower(email));

alter table person add column account_id uuid references account;
insert into account (id, email, password_hash, made_at)
  select id, email, password_hash, now() from person where password_hash is not null;
update person set account_id = id where password_hash is not null;
create index person_account on person (account_id) where account_id is not null;
alter table person drop column password_hash;

-- Somebody with two posts has one work address in both.
drop index person_email;
create index person_email on person (lower(email));

alter table session add column account_id uuid references account;
create index session_account on session (account_id);
