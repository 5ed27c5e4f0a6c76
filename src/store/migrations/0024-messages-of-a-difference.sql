-- Who was ever told of a difference hears how it ended: read with each act.
create index message_difference on message (difference_id);
