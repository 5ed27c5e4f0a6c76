-- What is kept to a level of a side is seen in a row of its own: one for all of a side, and one for each level to which
-- something is kept. Whoever reaches several levels sees the row of the highest.
alter table difference_party
  add column level text not null default 'practitioner',
  add column reader text generated always as (case level when 'practitioner' then side else side || ':' || level end) stored,
  -- A pool, of which each sees only what they are named in.
  add column named_only boolean not null default false,
  drop constraint difference_party_pkey,
  add primary key (difference_id, side, level);

-- Who of an agency reads of a step, and the office that gives it to one of a pool.
alter table open_step add column read_from text, add column given_by text;
alter table clock add column read_from text, add column given_by text;
