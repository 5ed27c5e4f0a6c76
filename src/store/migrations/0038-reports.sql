-- Reports on a period: a draft whose figures may be refreshed and whose words are written, until it is presented.
create table report (
  id             uuid primary key,
  partnership_id uuid not null references partnership,
  protocol       text not null,
  period_from    date not null,
  period_until   date not null,
  -- From 1; a later one corrects the one before it.
  version        integer not null default 1 check (version > 0),
  made_at        timestamptz not null,
  -- Null where Concord prepared it when the period ended.
  made_by        uuid references person,
  figures        jsonb not null,
  figures_at     timestamptz not null,
  check (period_from <= period_until),
  unique (partnership_id, protocol, period_from, period_until, version)
);

-- What was written, each time somebody saved it.
create table report_words (
  report_id      uuid not null references report,
  number         integer not null,
  partnership_id uuid not null references partnership,
  content        jsonb not null,
  at             timestamptz not null,
  by_person      uuid not null references person,
  primary key (report_id, number)
);

-- A report as it was presented. Its content is text, so that its hash is of just these letters.
create table report_presented (
  report_id      uuid primary key references report,
  partnership_id uuid not null references partnership,
  content        text not null,
  sha256         text not null check (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  at             timestamptz not null,
  by_person      uuid not null references person,
  -- Of a correction: what is other than before.
  what_changed   text
);

create trigger report_words_is_append_only before update or delete or truncate on report_words
  for each statement execute function refuse_change();
create trigger report_presented_is_append_only before update or delete or truncate on report_presented
  for each statement execute function refuse_change();

create function refuse_change_of_presented_report() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or exists (select from report_presented where report_id = old.id) then
    raise exception 'A presented report stays as it is: % of % refused', tg_op, tg_table_name;
  end if;
  return new;
end $$;
create trigger presented_report_stays before update or delete on report
  for each row execute function refuse_change_of_presented_report();
create trigger reports_stay before truncate on report
  for each statement execute function refuse_change();
