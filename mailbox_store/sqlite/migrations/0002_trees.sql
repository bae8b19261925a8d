-- Every document has a tree, made from its files by whoever takes it from the queue.

ALTER TABLE document ADD COLUMN tree_id INTEGER REFERENCES content; -- JSON; NULL: not yet, or none

CREATE TABLE waiting (                        -- documents whose files are still to be read
  letter_key INTEGER NOT NULL REFERENCES letter,
  position INTEGER NOT NULL,                  -- the document's
  attempts INTEGER NOT NULL DEFAULT 0,        -- begun and not finished
  leased_until_ms INTEGER NOT NULL DEFAULT 0, -- somebody reads it until then
  PRIMARY KEY (letter_key, position)
) WITHOUT ROWID;
CREATE INDEX waiting_by_lease ON waiting (leased_until_ms);

-- Found in a letter's text and not yet said yes to by the person: 1 when they did.
ALTER TABLE due ADD COLUMN is_confirmed INTEGER NOT NULL DEFAULT 0;

-- The letters of earlier releases have text but no tree: they are read once more.
INSERT INTO waiting (letter_key, position)
SELECT d.letter_key, d.position FROM document d WHERE d.type <> 'TECHNICAL'
  AND EXISTS (SELECT 1 FROM file f WHERE f.letter_key = d.letter_key AND f.document = d.position);
