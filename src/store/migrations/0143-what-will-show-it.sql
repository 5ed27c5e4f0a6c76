-- Older versions serve on.

-- What will show that an action was done, asked by itself; of what was agreed before it stands in what is to be done.
alter table learning_action add column shown_by text;
