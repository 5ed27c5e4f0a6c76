-- What is raised with no other agency has none; in one agency both sides are the same.
alter table difference alter column receiving_agency_id drop not null;
