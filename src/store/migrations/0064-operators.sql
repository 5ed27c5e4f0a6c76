-- Whoever keeps an installation is invited as people are: by an address that works once.
alter table one_time_link drop constraint one_time_link_kind_check;
alter table one_time_link add constraint one_time_link_kind_check
  check (kind in ('invitation', 'new-password', 'first-run', 'answer', 'answer-code', 'operator'));
