-- Older versions serve on.

-- Where many partnerships share a database, what is done to the whole of one (its record is verified, derived anew, taken along)
-- walks its own differences and chains, and not all there are in the order of their numbers.
create index difference_walked on difference (partnership_id, id);
create index chain_entry_walked on chain_entry (partnership_id, chain_id);
-- Whether the clock went back is seen by what was read last; a partnership looks at what was read in it.
create index reading_in_order on reading (partnership_id, id);

-- The people of an agency, and the agencies of a partnership, are found among those of all.
create index person_of on person (partnership_id, agency_id);
create index agency_of on agency (partnership_id);
