-- Somebody of an agency who has no account, and answers in one difference by a link of their own. They are a person like any
-- other, so the record names them for ever. In the directory they are a practitioner whom no list shows: what whoever
-- vouched for them said of their level counts in that one difference alone.
alter table person
  add column only_in       uuid references difference,
  add column vouched_level text,
  -- Until when their links work; what is owed is somebody else's from then on.
  add column by_link_until timestamptz,
  add constraint person_by_link check (
    (only_in is null) = (vouched_level is null) and (only_in is null) = (by_link_until is null)
    and (only_in is null or (account_id is null and offices = '{}' and level = 'practitioner')));
create unique index person_by_link_address on person (only_in, lower(email)) where only_in is not null;

-- A link to answer opens nothing by itself: the code of 'answer-code', which goes to the same work address, does. Somebody may
-- have several such links, one in each mail; a code is one at a time. `tries` are those that were wrong.
alter table one_time_link
  drop constraint one_time_link_kind_check,
  add constraint one_time_link_kind_check
    check (kind in ('invitation', 'new-password', 'first-run', 'answer', 'answer-code')),
  add column tries integer not null default 0;
