-- Chats: whose they are, what came from them, and what is on its way to them.

CREATE TABLE chat_secret (                    -- what codes are kept under; made with the store
  only INTEGER PRIMARY KEY CHECK (only = 1),
  key BLOB NOT NULL
);
INSERT INTO chat_secret (only, key) VALUES (1, randomblob(32));

CREATE TABLE chat_channel (
  channel TEXT PRIMARY KEY,
  bot_name TEXT NOT NULL DEFAULT '',          -- for the link that opens a chat with it
  bot TEXT NOT NULL DEFAULT '',               -- which of the channel's bots it is
  noticed INTEGER NOT NULL DEFAULT -1         -- the last announcement that notices were made of
) WITHOUT ROWID;

CREATE TABLE chat (
  mailbox_id INTEGER NOT NULL REFERENCES mailbox,
  key INTEGER NOT NULL,                       -- counts inside the mailbox
  channel TEXT NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  level INTEGER NOT NULL,
  language TEXT NOT NULL,
  delete_after INTEGER NOT NULL,              -- minutes
  quiet_begins INTEGER,                       -- minutes after midnight; NULL: no quiet hours
  quiet_ends INTEGER,
  has_notices INTEGER NOT NULL,
  reminders TEXT NOT NULL,                    -- days before, as "3 1"
  asked_ms INTEGER NOT NULL,
  linked_ms INTEGER,
  pin_until_ms INTEGER NOT NULL DEFAULT 0,    -- the PIN was typed and holds until then
  PRIMARY KEY (mailbox_id, key),
  UNIQUE (channel, number, mailbox_id)
) WITHOUT ROWID;

CREATE TABLE chat_offer (                     -- one of a mailbox; only keyed hashes of its words
  mailbox_id INTEGER PRIMARY KEY REFERENCES mailbox,
  code BLOB NOT NULL UNIQUE,
  token BLOB NOT NULL UNIQUE,
  until_ms INTEGER NOT NULL
);

CREATE TABLE chat_failure (                   -- codes that were wrong, of the last hour
  id INTEGER PRIMARY KEY,
  channel TEXT NOT NULL,
  number TEXT NOT NULL,
  at_ms INTEGER NOT NULL
);
CREATE INDEX chat_failure_by_time ON chat_failure (at_ms);

CREATE TABLE chat_pin (
  mailbox_id INTEGER PRIMARY KEY REFERENCES mailbox,
  salt BLOB NOT NULL,
  hash BLOB NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0            -- since it was last right
);

CREATE TABLE chat_talk (                      -- where the talk in a chat stands; JSON
  channel TEXT NOT NULL,
  number TEXT NOT NULL,
  talk TEXT NOT NULL,
  PRIMARY KEY (channel, number)
) WITHOUT ROWID;

CREATE TABLE chat_received (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel TEXT NOT NULL,
  update_id INTEGER NOT NULL,
  number TEXT NOT NULL,
  body TEXT NOT NULL,                         -- emptied once answered: it may be a PIN
  at_ms INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  is_done INTEGER NOT NULL DEFAULT 0,
  UNIQUE (channel, update_id)
);
CREATE INDEX chat_received_open ON chat_received (channel, number, id) WHERE is_done = 0;
CREATE INDEX chat_received_by_time ON chat_received (at_ms);

CREATE TABLE chat_outgoing (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel TEXT NOT NULL,
  number TEXT NOT NULL,
  kind TEXT NOT NULL,
  dedupe TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL,                         -- emptied with `content` once it is sent
  content BLOB,
  urgency INTEGER NOT NULL,
  state TEXT NOT NULL,
  not_before_ms INTEGER NOT NULL,             -- 0: at once
  not_after_ms INTEGER,                       -- when it is true no more; NULL: never
  stays_ms INTEGER,                           -- how long it may stay in the chat; NULL: for ever
  mailbox_id INTEGER,
  level INTEGER NOT NULL DEFAULT 0,           -- not sent where the chat has a lower one by then
  at_ms INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  message_id TEXT,
  sent_ms INTEGER,
  delete_at_ms INTEGER,                       -- NULL: never, or it is deleted
  why TEXT NOT NULL DEFAULT ''
);
CREATE INDEX chat_outgoing_open
  ON chat_outgoing (channel, number, id, state, urgency, not_before_ms, attempts)
  WHERE state IN ('PENDING', 'SENDING');
CREATE INDEX chat_outgoing_to_delete ON chat_outgoing (delete_at_ms)
  WHERE delete_at_ms IS NOT NULL;
CREATE INDEX chat_outgoing_messages ON chat_outgoing (channel, number, message_id)
  WHERE message_id IS NOT NULL;
CREATE INDEX chat_outgoing_by_time ON chat_outgoing (at_ms);
