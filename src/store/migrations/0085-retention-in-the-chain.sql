-- What was decided of what a partnership keeps, and what was disposed of, is linked into its chain. The links of a difference
-- that was disposed of stay: they are hashes, and show that nothing was taken out before.
create constraint trigger disposal_is_linked after update on disposal
  deferrable initially deferred for each row execute function link_row('id', 'again_at', 'agencies', 'confirmed_by', 'decided_at', 'decided_by', 'difference_id', 'disposed_at', 'due_on', 'id', 'number', 'partnership_id', 'reference', 'rows', 'rule', 'schedule_version');
create constraint trigger legal_hold_is_linked after insert or update or delete on legal_hold
  deferrable initially deferred for each row execute function link_row('id', 'difference_id', 'id', 'lifted_at', 'lifted_by', 'lifted_why', 'partnership_id', 'placed_at', 'placed_by', 'reason');
create constraint trigger retention_decision_is_linked after insert or delete on retention_decision
  deferrable initially deferred for each row execute function link_row('difference_id number', 'at', 'by_person', 'decides', 'difference_id', 'due_on', 'keep_until', 'number', 'partnership_id', 'reason', 'schedule_version');
create constraint trigger retention_schedule_is_linked after insert on retention_schedule
  deferrable initially deferred for each row execute function link_row('partnership_id version', 'partnership_id', 'rules', 'saved_at', 'saved_by', 'version', 'why');
