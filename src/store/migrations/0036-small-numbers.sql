-- Counts from 1 to one less than this are hidden in every report that leaves the Business Unit.
alter table partnership add column small_numbers_below integer not null default 5 check (small_numbers_below between 3 and 20);
