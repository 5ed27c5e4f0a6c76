-- By which way of deriving rows from the record those of a difference were last derived. A start derives anew what was
-- derived in an older way: see `derivedAs` in src/store/differences.ts.
alter table difference add column derived_as integer not null default 0;
