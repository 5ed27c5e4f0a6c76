-- What a partnership says before anybody signs in: whom to ask, how accessible Concord is, what it does with what is known
-- of people. Each time it is saved it is a new version; what was said before stays. Without one, a model text is shown.
create table published (
  partnership_id uuid not null references partnership,
  kind           text not null check (kind in ('accessibility', 'privacy', 'contacts')),
  version        int not null check (version > 0),
  -- A text; of contacts, as JSON.
  content        text not null,
  saved_at       timestamptz not null,
  saved_by       uuid not null references person,
  primary key (partnership_id, kind, version)
);
create trigger published_is_only_added_to before update or delete or truncate on published
  for each statement execute function refuse_change();
