-- Named queries about chats: a name, a sentence, the statement. Parameters by name only.

-- name: chat_secret
-- What codes are kept under.
SELECT key FROM chat_secret;

-- name: chats_of_mailbox
-- Every chat of a mailbox, oldest first.
SELECT * FROM chat WHERE mailbox_id = :mailbox ORDER BY key;

-- name: chat
-- One chat of a mailbox.
SELECT * FROM chat WHERE mailbox_id = :mailbox AND key = :key;

-- name: chats_at_address
-- The mailboxes that one chat is linked to, the first it was linked to first.
SELECT * FROM chat WHERE channel = :channel AND number = :number AND state = 'LINKED'
ORDER BY linked_ms, mailbox_id;

-- name: linked_chats
-- Every linked chat of a channel.
SELECT * FROM chat WHERE channel = :channel AND state = 'LINKED' ORDER BY mailbox_id, key;

-- name: chat_at_address
-- The chat of a mailbox at an address.
SELECT key FROM chat WHERE channel = :channel AND number = :number AND mailbox_id = :mailbox;

-- name: next_chat
-- The number a mailbox's next chat gets.
SELECT coalesce(max(key), 0) + 1 FROM chat WHERE mailbox_id = :mailbox;

-- name: insert_chat
-- A chat that asks.
INSERT INTO chat (mailbox_id, key, channel, number, name, state, level, language, delete_after,
  has_notices, reminders, asked_ms)
VALUES (:mailbox, :key, :channel, :number, :name, 'ASKING', :level, :language, :delete_after,
  1, :reminders, :at_ms);

-- name: ask_again
-- A chat that was unlinked, or blocked the bot, asks once more: as if for the first time.
UPDATE chat SET name = :name, state = 'ASKING', level = :level, language = :language,
  delete_after = :delete_after, quiet_begins = NULL, quiet_ends = NULL, has_notices = 1,
  reminders = :reminders, asked_ms = :at_ms, linked_ms = NULL, pin_until_ms = 0
WHERE mailbox_id = :mailbox AND key = :key AND state <> 'LINKED';

-- name: accept_chat
-- The terminal says yes.
UPDATE chat SET state = 'LINKED', linked_ms = :at_ms
WHERE mailbox_id = :mailbox AND key = :key AND state = 'ASKING';

-- name: end_chat
-- The chat is linked no more, or refused, or blocks us.
UPDATE chat SET state = :state, level = 0, pin_until_ms = 0
WHERE mailbox_id = :mailbox AND key = :key AND state IN ('ASKING', 'LINKED');

-- name: set_chat_level
-- How much leaves the mailbox through a chat, that is at `from_level` or above.
UPDATE chat SET level = :level,
  pin_until_ms = CASE WHEN :level < 3 THEN 0 ELSE pin_until_ms END
WHERE mailbox_id = :mailbox AND key = :key AND state = 'LINKED' AND level >= :from_level;

-- name: set_chat_wishes
-- What a person may choose in the chat itself.
UPDATE chat SET language = :language, delete_after = :delete_after, quiet_begins = :quiet_begins,
  quiet_ends = :quiet_ends, has_notices = :has_notices, reminders = :reminders
WHERE mailbox_id = :mailbox AND key = :key AND state = 'LINKED';

-- name: drop_waiting_notices
-- Who wants no notices wants none that waits, either.
DELETE FROM chat_outgoing WHERE channel = :channel AND number = :number
  AND mailbox_id = :mailbox AND state = 'PENDING' AND urgency = :urgency;

-- name: hold_pin
-- The PIN holds in a chat until then: typed now, or still holding.
UPDATE chat SET pin_until_ms = :until_ms
WHERE mailbox_id = :mailbox AND key = :key AND state = 'LINKED' AND level >= 3
  AND (:now_ms IS NULL OR pin_until_ms > :now_ms);

-- name: put_offer
-- A mailbox's one offer; an earlier one is worth nothing any more.
INSERT OR REPLACE INTO chat_offer (mailbox_id, code, token, until_ms)
VALUES (:mailbox, :code, :token, :until_ms);

-- name: offer_with
-- The offer that a typed code, or a link's token, is of.
SELECT mailbox_id, code, token FROM chat_offer
WHERE (code = :digest OR token = :digest) AND until_ms > :now_ms;

-- name: delete_offer
-- An offer is good once.
DELETE FROM chat_offer WHERE mailbox_id = :mailbox OR until_ms <= :now_ms;

-- name: insert_failure
-- A code was wrong.
INSERT INTO chat_failure (channel, number, at_ms) VALUES (:channel, :number, :now_ms);

-- name: count_failures
-- How many codes were wrong since then: from one chat, and from all.
SELECT count(*) FILTER (WHERE channel = :channel AND number = :number), count(*)
FROM chat_failure WHERE at_ms > :since_ms;

-- name: forget_failures
-- What is older counts no more.
DELETE FROM chat_failure WHERE at_ms <= :since_ms;

-- name: put_pin
-- A mailbox's PIN; its tries begin anew.
INSERT OR REPLACE INTO chat_pin (mailbox_id, salt, hash) VALUES (:mailbox, :salt, :hash);

-- name: pin
-- A mailbox's PIN and how often it was tried since it was right.
SELECT salt, hash, tries FROM chat_pin WHERE mailbox_id = :mailbox;

-- name: count_pin_try
-- One try more, or none again.
UPDATE chat_pin SET tries = :tries WHERE mailbox_id = :mailbox;

-- name: end_pin_sessions
-- After a new PIN, or too many wrong ones, it holds in no chat.
UPDATE chat SET pin_until_ms = 0 WHERE mailbox_id = :mailbox;

-- name: put_bot_name
-- The name a channel's bot goes by.
INSERT INTO chat_channel (channel, bot_name) VALUES (:channel, :name)
ON CONFLICT (channel) DO UPDATE SET bot_name = excluded.bot_name;

-- name: bot_name
-- The name a channel's bot goes by.
SELECT bot_name FROM chat_channel WHERE channel = :channel;

-- name: bot_of_channel
-- Which bot a channel has.
SELECT bot FROM chat_channel WHERE channel = :channel;

-- name: put_bot
-- Which bot a channel has.
INSERT INTO chat_channel (channel, bot) VALUES (:channel, :bot)
ON CONFLICT (channel) DO UPDATE SET bot = excluded.bot;

-- name: renumber_received
-- Another bot counts its updates anew; ours are counted where it never counts.
UPDATE chat_received SET update_id = -id WHERE channel = :channel;

-- name: forget_messages_of_bot
-- Another bot deletes no message of this one, but may have one of the same number.
UPDATE chat_outgoing SET message_id = NULL, delete_at_ms = NULL
WHERE channel = :channel AND message_id IS NOT NULL;

-- name: drop_errands_of_bot
-- Nor can it do what was to be done with one.
DELETE FROM chat_outgoing WHERE channel = :channel AND state IN ('PENDING', 'SENDING')
  AND kind IN ('alert', 'delete', 'strip_buttons', 'leave');

-- name: noticed
-- The last announcement that notices were made of.
SELECT noticed FROM chat_channel WHERE channel = :channel;

-- name: put_noticed
-- The last announcement that notices were made of.
INSERT INTO chat_channel (channel, noticed) VALUES (:channel, :announcement)
ON CONFLICT (channel) DO UPDATE SET noticed = max(noticed, excluded.noticed);

-- name: announcements_of_all
-- Announcements of every mailbox after one, oldest first.
SELECT id, mailbox_id, letter_id, at_ms FROM announcement WHERE id > :after ORDER BY id LIMIT :limit;

-- name: receive
-- Something that happened in a chat, once.
INSERT OR IGNORE INTO chat_received (channel, update_id, number, body, at_ms)
VALUES (:channel, :update_id, :number, :body, :at_ms);

-- name: last_update
-- The newest update of a channel.
SELECT max(update_id) FROM chat_received WHERE channel = :channel;

-- name: first_received
-- What each chat did first of what is not answered, oldest first.
SELECT number, min(id) AS first FROM chat_received
WHERE channel = :channel AND is_done = 0 GROUP BY number ORDER BY first LIMIT :limit;

-- name: received
-- One of them.
SELECT id, channel, number, body, at_ms, attempts FROM chat_received WHERE id = :id;

-- name: count_attempt
-- Somebody begins to answer it.
UPDATE chat_received SET attempts = attempts + 1 WHERE id = :id;

-- name: finish_received
-- It is answered; what was said is forgotten. Nothing if it was answered already.
UPDATE chat_received SET is_done = 1, body = '' WHERE id = :id AND is_done = 0
RETURNING channel, number;

-- name: forget_received
-- Telegram repeats nothing older than a day; the newest stays, as it says where to go on.
DELETE FROM chat_received WHERE is_done = 1 AND at_ms <= :before_ms
  AND update_id < (SELECT max(update_id) FROM chat_received AS r
    WHERE r.channel = chat_received.channel);

-- name: talk
-- Where the talk in a chat stands.
SELECT talk FROM chat_talk WHERE channel = :channel AND number = :number;

-- name: put_talk
-- Where the talk in a chat stands, unless its links ended while somebody answered.
INSERT OR REPLACE INTO chat_talk (channel, number, talk) SELECT :channel, :number, :talk
WHERE EXISTS (SELECT 1 FROM chat WHERE channel = :channel AND number = :number
    AND state = 'LINKED')
  OR NOT EXISTS (SELECT 1 FROM chat WHERE channel = :channel AND number = :number);

-- name: forget_talk
-- Nothing in a chat goes on: its buttons and numbers mean nothing any more.
DELETE FROM chat_talk WHERE channel = :channel AND number = :number;

-- name: put_outgoing
-- Something for a chat, once under its name; nothing about a mailbox it is not linked to, or that
-- its level does not allow any more.
INSERT OR IGNORE INTO chat_outgoing (channel, number, kind, dedupe, body, content, urgency, state,
  not_before_ms, not_after_ms, stays_ms, mailbox_id, level, at_ms)
SELECT :channel, :number, :kind, :dedupe, :body, :content, :urgency, 'PENDING', :not_before_ms,
  :not_after_ms, :stays_ms, :mailbox, :level, :at_ms
WHERE :mailbox IS NULL OR EXISTS (SELECT 1 FROM chat WHERE channel = :channel AND number = :number
  AND mailbox_id = :mailbox AND state = 'LINKED' AND level >= :level);

-- name: first_to_send
-- What each chat is sent next, where nothing is on its way to it and nothing waits to be tried
-- again; first the chat in which something urgent waits.
SELECT number, min(id) AS first FROM chat_outgoing
WHERE channel = :channel AND state IN ('PENDING', 'SENDING')
  AND (not_before_ms <= :now_ms OR attempts > 0)
GROUP BY number HAVING max(state = 'SENDING') = 0 AND max(not_before_ms) <= :now_ms
ORDER BY min(urgency), first LIMIT :limit;

-- name: to_send
-- One of them.
SELECT id, channel, number, kind, dedupe, body, content, urgency, stays_ms, mailbox_id, level,
  attempts
FROM chat_outgoing WHERE id = :id;

-- name: begin_sending
-- Somebody sends it now, unless the chat is linked no more to the mailbox it is about, or its level
-- was lowered, or it is true no more.
UPDATE chat_outgoing AS o SET state = 'SENDING', attempts = attempts + 1
WHERE id = :id AND state = 'PENDING' AND (not_after_ms IS NULL OR not_after_ms > :now_ms)
  AND (mailbox_id IS NULL
  OR EXISTS (SELECT 1 FROM chat WHERE channel = o.channel AND number = o.number
  AND mailbox_id = o.mailbox_id AND state = 'LINKED' AND chat.level >= o.level));

-- name: drop_outgoing
-- It is not sent.
DELETE FROM chat_outgoing WHERE id = :id AND state = 'PENDING';

-- name: end_sending
-- It was sent, or never will be: what it said is forgotten.
-- What came too late, as the chat was unlinked or lowered meanwhile, is due to be deleted at once.
UPDATE chat_outgoing AS o SET state = :state, message_id = :message, sent_ms = :at_ms, why = :why,
  delete_at_ms = CASE
    WHEN :message IS NULL THEN NULL
    WHEN mailbox_id IS NULL OR EXISTS (SELECT 1 FROM chat WHERE channel = o.channel
      AND number = o.number AND mailbox_id = o.mailbox_id AND state = 'LINKED'
      AND chat.level >= o.level)
    THEN :at_ms + stays_ms ELSE :at_ms END,
  body = '', content = NULL
WHERE id = :id RETURNING channel, number;

-- name: send_again
-- It is sent later.
UPDATE chat_outgoing SET state = 'PENDING', not_before_ms = :not_before_ms
WHERE id = :id AND state = 'SENDING';

-- name: requeue
-- Whoever sent these is gone.
UPDATE chat_outgoing SET state = 'PENDING' WHERE channel = :channel AND state = 'SENDING';

-- name: drop_pending
-- Nothing of a letter goes to a chat that is linked no more.
DELETE FROM chat_outgoing
WHERE channel = :channel AND number = :number AND state = 'PENDING' AND mailbox_id = :mailbox;

-- name: hasten_deletions
-- What shows a letter does not stay in a chat that is linked no more.
UPDATE chat_outgoing SET delete_at_ms = :now_ms
WHERE channel = :channel AND number = :number AND mailbox_id = :mailbox
  AND delete_at_ms > :now_ms;

-- name: due_deletions
-- Messages whose time in the chat is over, longest over first.
SELECT channel, number, message_id FROM chat_outgoing
WHERE channel = :channel AND delete_at_ms <= :now_ms ORDER BY delete_at_ms LIMIT :limit;

-- name: message_deleted
-- It is deleted, or cannot be any more.
UPDATE chat_outgoing SET delete_at_ms = NULL, message_id = NULL
WHERE channel = :channel AND number = :number AND message_id = :message;

-- name: delete_messages_of
-- Every message that a chat still shows is to be deleted, where the channel still lets it.
UPDATE chat_outgoing SET delete_at_ms = :now_ms
WHERE channel = :channel AND number = :number AND message_id IS NOT NULL
  AND sent_ms > :since_ms AND kind IN ('text', 'file', 'voice')
  AND (mailbox_id IS NULL OR mailbox_id = :mailbox);

-- name: forget_outgoing
-- What can be deleted no more need not be remembered.
DELETE FROM chat_outgoing WHERE at_ms <= :before_ms AND coalesce(sent_ms, at_ms) <= :before_ms
  AND state NOT IN ('PENDING', 'SENDING');

-- name: unlink_every_chat
-- In a copy put back, links may hold that were ended since it was made.
UPDATE chat SET state = 'UNLINKED', level = 0, pin_until_ms = 0;

-- name: forget_every_offer
-- And codes that were used since.
DELETE FROM chat_offer;

-- name: forget_every_talk
-- Nothing goes on in any chat.
DELETE FROM chat_talk;

-- name: forget_every_received
-- What waited to be answered was answered since.
UPDATE chat_received SET is_done = 1, body = '' WHERE is_done = 0;

-- name: drop_every_unsent
-- And nothing is sent a second time; what lies in chats is still deleted when its time is over.
DELETE FROM chat_outgoing WHERE state IN ('PENDING', 'SENDING');

-- name: renew_chat_secret
-- Two stores keep their codes under two keys.
UPDATE chat_secret SET key = randomblob(32);
