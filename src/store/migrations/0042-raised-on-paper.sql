-- Who raised it on paper may be somebody whom the directory does not know: the record has their name.
alter table difference alter column raised_by drop not null;
