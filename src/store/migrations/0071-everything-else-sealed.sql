-- Everything else that tells a story is sealed too: drafts, files, old logs, files of people, lessons, what people said of how
-- it went. What stands in plain text is sealed by the start that runs this, which then takes the plain columns away.

-- What belongs to a partnership and to no difference is sealed under this, which is closed under the partnership's key.
create table partnership_data_key (
  partnership_id     uuid primary key references partnership,
  partnership_key_id uuid not null references partnership_key,
  wrapped            bytea not null
);

-- Keys of the installation that closed something here: never the key.
create table installation_key (
  id              text primary key,
  first_seen_at   timestamptz not null default now(),
  -- When somebody showed that a copy of it is kept elsewhere.
  copy_checked_at timestamptz,
  -- When it was given up: nothing is closed under it any more.
  given_up_at     timestamptz
);
-- A Concord that has an old copy of the key file must not close under a key that was given up.
create function refuse_key_given_up() returns trigger language plpgsql as $$
begin
  if exists (select from installation_key where id = new.wrapped_by and given_up_at is not null) then
    raise exception 'The key % was given up', new.wrapped_by using errcode = 'KEY01';
  end if;
  return new;
end $$;
create trigger not_under_key_given_up before insert or update of wrapped_by on partnership_key
  for each row execute function refuse_key_given_up();

-- Each file has a key of its own, closed under that of its difference or, before there is one, of its partnership; and with
-- it how long the file is, so that none of its parts can be taken away.
alter table file add column wrapped_key bytea;
alter table download add column wrapped_key bytea;

alter table draft rename column content to content_plain;
alter table draft alter column content_plain drop not null, add column content bytea;
alter table file_draft rename column name to name_plain;
alter table file_draft alter column name_plain drop not null, add column name bytea;
alter table people_import rename column content to content_plain;
alter table people_import drop constraint people_import_check, add column content bytea;
alter table setup_draft rename column answers to answers_plain;
alter table setup_draft alter column answers_plain drop not null,
  add column answers bytea, add column key_id uuid, add column wrapped_by text, add column wrapped_key bytea;
alter table old_log_file rename column content to content_plain;
alter table old_log_file alter column content_plain drop not null, add column content bytea;
alter table old_log_line rename column cells to cells_plain;
alter table old_log_line alter column cells_plain drop not null, add column cells bytea;
alter table old_log rename column mapping to mapping_plain;
alter table old_log rename column checked to checked_plain;
alter table old_log add column mapping bytea, add column checked bytea;
alter table lesson rename column happened to happened_plain;
alter table lesson rename column should_differ to should_differ_plain;
alter table lesson rename column again_found to again_found_plain;
alter table lesson alter column happened_plain drop not null, alter column should_differ_plain drop not null,
  drop constraint lesson_check, add column happened bytea, add column should_differ bytea, add column again_found bytea;
alter table lesson_words_before rename column happened to happened_plain;
alter table lesson_words_before rename column should_differ to should_differ_plain;
alter table lesson_words_before alter column happened_plain drop not null, alter column should_differ_plain drop not null,
  add column happened bytea, add column should_differ bytea;
alter table report_words rename column content to content_plain;
alter table report_words alter column content_plain drop not null, add column content bytea;
-- Its hash is of what is sealed: the database cannot work it out any more. What was changed does not open.
alter table report_presented drop constraint report_presented_check;
comment on column report_presented.content is 'Sealed, in base64';
alter table feedback_answer rename column easier to easier_plain;
alter table feedback_answer add column easier bytea;

-- Made files are kept for a day and can be asked for again.
delete from task where kind = 'make-download';
delete from download;
alter table download drop column asked, drop column title, drop column about, add column said bytea not null;
-- What a form held was known by a digest that anybody could have worked out from a guess.
update act_key set content = null where content is not null;
