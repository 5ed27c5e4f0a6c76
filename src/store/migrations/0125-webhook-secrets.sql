-- Older versions serve on.
-- An address gets another secret without missing anything: for a day what is sent is signed with the one before as well. By which
-- request it was asked for is kept, so that the same one sent again changes nothing.
alter table webhook
  add column secret_before_sealed bytea,
  add column secret_before_until  timestamptz,
  add column secret_made_by       uuid;
