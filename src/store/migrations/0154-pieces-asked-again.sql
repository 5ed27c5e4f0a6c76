-- What was decided of a piece whose words may become others was kept under a digest of these words, or under none. A digest
-- without a key tells whoever has the database whether they guessed the words, and without one a decision held for other words.
-- Both go. Whoever answers a request that is open is asked of these pieces again.
delete from subject_request_piece where piece ~ '^(draft|old-log|lesson|person)/' or piece like '%/did';
