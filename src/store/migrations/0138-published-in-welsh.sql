-- Older versions serve on.

-- What a partnership publishes about itself may be said in Welsh too: a text of its own, so that each version of it is kept and
-- linked as the English is. An empty one takes it back.
alter table published drop constraint published_kind_check,
  add constraint published_kind_check
    check (kind in ('accessibility', 'privacy', 'contacts', 'accessibility-welsh', 'privacy-welsh'));
