-- Why something is kept, held or not disposed of may tell its story. They stay texts, so that what is linked keeps its form.
comment on column legal_hold.reason is 'Sealed, in base64';
comment on column legal_hold.lifted_why is 'Sealed, in base64';
comment on column retention_decision.reason is 'Sealed, in base64';
