-- What was taken out of Concord, and what was given to whoever asked what is held about them, is linked into the chain of the
-- partnership: nobody takes such a line out of the lists without it being found.
create constraint trigger export_is_linked after insert on export
  deferrable initially deferred for each row execute function link_row('id', 'about', 'at', 'by_command', 'format', 'id', 'partnership_id', 'person_id', 'rows', 'what');
create constraint trigger subject_request_done_is_linked after insert or delete on subject_request_done
  deferrable initially deferred for each row execute function link_row('request_id number', 'at', 'by_person', 'given', 'number', 'partnership_id', 'redacted', 'request_id', 'what', 'withheld');
