-- Older versions serve on.

-- What was told in some entries of a difference; and until the transaction ends whoever asks finds of the record, its words and
-- its files these entries and nothing else, whatever it asks for: the policies of these tables go by `concord.entries`.
create function told_in(of uuid, entries integer[]) returns setof narrative
  language plpgsql set search_path = public, pg_temp as $$
begin
  perform set_config('concord.entries', of || ' ' || entries::text, true);
  return query select * from narrative where difference_id = of and seq = any(entries);
end $$;
