-- The first schema. Times are milliseconds since 1970 in UTC. A letter's `id` counts inside its
-- mailbox; its `key` is the row, and the row of its words in `letter_words`.

CREATE TABLE mailbox (
  id INTEGER PRIMARY KEY,
  id_type TEXT NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  registration TEXT NOT NULL,
  last_letter INTEGER NOT NULL DEFAULT 0,
  last_folder INTEGER NOT NULL DEFAULT 0,
  last_thread INTEGER NOT NULL DEFAULT 0,
  last_event INTEGER NOT NULL DEFAULT 0,      -- the audit chain's head: its end cannot vanish unseen
  last_event_hash TEXT NOT NULL,
  newest_ms INTEGER NOT NULL DEFAULT 0,
  is_out_of_order INTEGER NOT NULL DEFAULT 0, -- a letter came in that is older than one before it
  UNIQUE (id_type, number)
);

CREATE TABLE authority (
  id_type TEXT NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (id_type, number)
) WITHOUT ROWID;

CREATE TABLE sender (
  id INTEGER PRIMARY KEY,
  id_type TEXT NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  is_authority INTEGER NOT NULL DEFAULT 0,
  UNIQUE (id_type, number, name)
);

CREATE TABLE folder (
  key INTEGER PRIMARY KEY,
  mailbox_id INTEGER NOT NULL REFERENCES mailbox,
  id INTEGER NOT NULL,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  parent_id INTEGER NOT NULL DEFAULT 0,       -- 0: at the top
  is_archive INTEGER NOT NULL DEFAULT 0,
  total INTEGER NOT NULL DEFAULT 0,           -- kept, not counted: count(*) costs 1,350 times more
  unread INTEGER NOT NULL DEFAULT 0,
  UNIQUE (mailbox_id, id),
  UNIQUE (mailbox_id, parent_id, folded)
);

CREATE TABLE content (                        -- each once, under its sha256
  id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  uses INTEGER NOT NULL                       -- by letters, documents and files; at 0 it goes
);
CREATE TABLE content_bytes (                  -- apart, so that counting a use rewrites no bytes
  id INTEGER PRIMARY KEY REFERENCES content,
  bytes BLOB NOT NULL
);

CREATE TABLE arrival (                        -- what ever came; outlives the letter
  mailbox_id INTEGER NOT NULL REFERENCES mailbox,
  uuid TEXT NOT NULL,
  fingerprint BLOB NOT NULL,
  letter_id INTEGER,                          -- NULL: deleted for good
  PRIMARY KEY (mailbox_id, uuid, fingerprint)
) WITHOUT ROWID;

CREATE TABLE letter (                         -- what a list shows comes first: it is read fastest
  key INTEGER PRIMARY KEY,
  mailbox_id INTEGER NOT NULL REFERENCES mailbox,
  id INTEGER NOT NULL,
  folder_key INTEGER REFERENCES folder,       -- NULL: held until its date
  received_ms INTEGER NOT NULL,
  sender_id INTEGER NOT NULL REFERENCES sender,
  subject TEXT NOT NULL,
  uuid TEXT NOT NULL,
  unread INTEGER NOT NULL,
  flagged INTEGER NOT NULL,
  by_post INTEGER NOT NULL,                   -- came through the operator's post office
  reply_by_ms INTEGER,
  appointment_ms INTEGER,
  legal_notice INTEGER NOT NULL,
  legally_notified_ms INTEGER,
  document_count INTEGER NOT NULL,
  thread INTEGER NOT NULL,
  conflict INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  has_due INTEGER NOT NULL,
  recipient_type TEXT NOT NULL,
  recipient_number TEXT NOT NULL,
  recipient_name TEXT NOT NULL,
  sent_ms INTEGER,
  type TEXT NOT NULL,
  state TEXT NOT NULL,
  may_reply INTEGER NOT NULL,
  notification TEXT NOT NULL,
  case_id TEXT NOT NULL,
  note TEXT NOT NULL,
  actions TEXT NOT NULL,                      -- JSON
  warnings TEXT NOT NULL,                     -- JSON
  original_id INTEGER NOT NULL REFERENCES content,
  original_type TEXT NOT NULL,
  held_until_ms INTEGER,
  facts_sha256 BLOB NOT NULL,                 -- over what never changes in this row
  UNIQUE (mailbox_id, id)
);
CREATE INDEX letter_by_time ON letter (folder_key, received_ms DESC, id DESC);
CREATE INDEX letter_unread ON letter (folder_key, received_ms DESC, id DESC) WHERE unread = 1;
CREATE INDEX letter_flagged ON letter (folder_key, received_ms DESC, id DESC) WHERE flagged = 1;
CREATE INDEX letter_with_due ON letter (folder_key, received_ms DESC, id DESC) WHERE has_due = 1;
CREATE INDEX letter_by_sender ON letter (sender_id, mailbox_id);
CREATE INDEX letter_by_thread ON letter (mailbox_id, thread);
CREATE INDEX letter_held ON letter (held_until_ms) WHERE held_until_ms IS NOT NULL;

CREATE TABLE thread_link (                    -- every uuid a letter names, so order does not matter
  mailbox_id INTEGER NOT NULL REFERENCES mailbox,
  uuid TEXT NOT NULL,
  thread INTEGER NOT NULL,
  PRIMARY KEY (mailbox_id, uuid)
) WITHOUT ROWID;

CREATE TABLE document (
  letter_key INTEGER NOT NULL REFERENCES letter,
  position INTEGER NOT NULL,
  type TEXT NOT NULL,
  label TEXT NOT NULL,
  reading TEXT NOT NULL,
  pages INTEGER,
  text_id INTEGER REFERENCES content,         -- the text as UTF-8; NULL: none
  PRIMARY KEY (letter_key, position)
) WITHOUT ROWID;

CREATE TABLE file (
  letter_key INTEGER NOT NULL REFERENCES letter,
  document INTEGER NOT NULL,                  -- the document's position
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  declared_type TEXT NOT NULL,
  language TEXT NOT NULL,
  content_id INTEGER NOT NULL REFERENCES content,
  PRIMARY KEY (letter_key, document, position)
) WITHOUT ROWID;

CREATE TABLE due (
  mailbox_id INTEGER NOT NULL REFERENCES mailbox,
  at_ms INTEGER NOT NULL,
  letter_key INTEGER NOT NULL REFERENCES letter,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY (mailbox_id, at_ms, letter_key, kind, label)
) WITHOUT ROWID;
CREATE INDEX due_of_letter ON due (letter_key);

CREATE TABLE deed (                           -- what undo takes back
  mailbox_id INTEGER NOT NULL REFERENCES mailbox,
  id INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  kind TEXT NOT NULL,
  before TEXT NOT NULL,                       -- JSON: letter id, and what was before
  PRIMARY KEY (mailbox_id, id)
) WITHOUT ROWID;

CREATE TABLE event (
  mailbox_id INTEGER NOT NULL REFERENCES mailbox,
  number INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  actor TEXT NOT NULL,
  name TEXT NOT NULL,
  letter_id INTEGER,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (mailbox_id, number)
) WITHOUT ROWID;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TABLE announcement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  mailbox_id INTEGER NOT NULL REFERENCES mailbox,
  letter_id INTEGER NOT NULL,
  at_ms INTEGER NOT NULL
);

-- Folded words (see search_words.py). Contentless: the text is kept once, in `content`.
CREATE VIRTUAL TABLE letter_words USING fts5 (
  mailbox, subject, sender, body,
  content = '', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0'
);

-- The columns of LetterSummary but its folder's, in its order, then what queries filter by.
CREATE VIEW letter_line AS SELECT
  l.id, l.uuid, s.name AS sender_name, s.id_type AS sender_type, s.number AS sender_number,
  s.is_authority & l.by_post AS sender_verified,
  l.subject, l.received_ms, l.unread, l.flagged, l.reply_by_ms,
  CASE WHEN l.legal_notice AND l.legally_notified_ms IS NULL THEN NULL
       ELSE l.appointment_ms END AS appointment_ms,
  l.legal_notice, l.legally_notified_ms, l.document_count, l.thread, l.conflict,
  l.key, l.mailbox_id, l.folder_key, l.sender_id, l.has_due
FROM letter l JOIN sender s ON s.id = l.sender_id;

-- The columns of LetterSummary, in its order, then what queries filter by.
CREATE VIEW letter_summary AS SELECT
  l.id, l.uuid, l.sender_name, l.sender_type, l.sender_number, l.sender_verified, l.subject,
  l.received_ms, l.unread, l.flagged, l.reply_by_ms, l.appointment_ms, l.legal_notice,
  l.legally_notified_ms, l.document_count, l.thread, l.conflict,
  f.id AS folder_id, f.type AS folder_type, f.name AS folder_name,
  l.key, l.mailbox_id, l.folder_key
FROM letter_line l JOIN folder f ON f.key = l.folder_key;
