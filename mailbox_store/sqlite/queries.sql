-- Named queries: a name, a sentence, the statement. Parameters by name only.

-- name: mailboxes
-- Every mailbox with its inbox's counts, oldest first.
SELECT m.id, m.id_type, m.number, m.name, m.registration, f.unread, f.total
FROM mailbox m JOIN folder f ON f.mailbox_id = m.id AND f.type = 'INBOX' ORDER BY m.id;

-- name: mailbox
-- One mailbox by its id.
SELECT m.id, m.id_type, m.number, m.name, m.registration, f.unread, f.total
FROM mailbox m JOIN folder f ON f.mailbox_id = m.id AND f.type = 'INBOX' WHERE m.id = :mailbox;

-- name: mailbox_of
-- One mailbox by its owner's number.
SELECT m.id, m.id_type, m.number, m.name, m.registration, f.unread, f.total
FROM mailbox m JOIN folder f ON f.mailbox_id = m.id AND f.type = 'INBOX'
WHERE m.id_type = :id_type AND m.number = :number;

-- name: insert_mailbox
-- A new mailbox with an empty audit chain.
INSERT INTO mailbox (id_type, number, name, registration, last_event_hash)
VALUES (:id_type, :number, :name, 'REGISTERED', :first_hash) RETURNING id;

-- name: set_registration
-- Who may be written to.
UPDATE mailbox SET registration = :state WHERE id = :mailbox;

-- name: name_mailbox
-- The register's name for an owner.
UPDATE mailbox SET name = :name WHERE id = :mailbox;

-- name: set_owner
-- The number of a mailbox that had none.
UPDATE mailbox SET id_type = :id_type, number = :number, name = :name WHERE id = :mailbox;

-- name: insert_authority
-- Vouch for a number.
INSERT INTO authority (id_type, number, name) VALUES (:id_type, :number, :name)
ON CONFLICT DO UPDATE SET name = excluded.name;

-- name: delete_authority
-- Stop vouching.
DELETE FROM authority WHERE id_type = :id_type AND number = :number;

-- name: mark_authority
-- Carry the vouching to the senders already known.
UPDATE sender SET is_authority = :vouched WHERE id_type = :id_type AND number = :number;

-- name: authorities
-- The vouched-for, by name.
SELECT id_type, number, name FROM authority ORDER BY name, number;

-- name: is_authority
-- Whether a number is vouched for.
SELECT 1 FROM authority WHERE id_type = :id_type AND number = :number;

-- name: sender
-- A sender already known.
SELECT id FROM sender WHERE id_type = :id_type AND number = :number AND name = :name;

-- name: insert_sender
-- A sender seen for the first time.
INSERT INTO sender (id_type, number, name, folded, is_authority)
VALUES (:id_type, :number, :name, :folded, :is_authority) RETURNING id;

-- name: next_folder
-- Count a new folder.
UPDATE mailbox SET last_folder = last_folder + 1 WHERE id = :mailbox RETURNING last_folder;

-- name: insert_folder
-- A new folder.
INSERT INTO folder (mailbox_id, id, type, name, folded, parent_id, is_archive)
VALUES (:mailbox, :id, :type, :name, :folded, :parent, :is_archive);

-- name: folders
-- The folders in the order people see them.
SELECT id, type, name, parent_id, total, unread, is_archive, key FROM folder
WHERE mailbox_id = :mailbox
ORDER BY CASE type WHEN 'INBOX' THEN 0 WHEN 'DRAFTS' THEN 1 WHEN 'SENT' THEN 2
  WHEN 'DELETED' THEN 3 ELSE 4 END, is_archive DESC, folded;

-- name: folder_by_id
-- One folder of a mailbox.
SELECT id, type, name, parent_id, total, unread, is_archive, key FROM folder
WHERE mailbox_id = :mailbox AND id = :folder;

-- name: folder_by_name
-- One folder by its folded name inside its parent.
SELECT key, id FROM folder WHERE mailbox_id = :mailbox AND parent_id = :parent AND folded = :folded;

-- name: standard_folder
-- A standard folder's row.
SELECT key FROM folder WHERE mailbox_id = :mailbox AND type = :type;

-- name: rename_folder
-- A new name.
UPDATE folder SET name = :name, folded = :folded WHERE mailbox_id = :mailbox AND id = :folder;

-- name: folder_has_children
-- Whether a folder holds folders.
SELECT 1 FROM folder WHERE mailbox_id = :mailbox AND parent_id = :folder;

-- name: delete_folder
-- Remove an empty folder.
DELETE FROM folder WHERE mailbox_id = :mailbox AND id = :folder;

-- name: count_in_folder
-- Keep a folder's counts.
UPDATE folder SET total = total + :total, unread = unread + :unread WHERE key = :folder_key;

-- name: arrivals
-- What came before under a uuid.
SELECT fingerprint, letter_id FROM arrival WHERE mailbox_id = :mailbox AND uuid = :uuid;

-- name: insert_arrival
-- Remember that a letter came.
INSERT INTO arrival (mailbox_id, uuid, fingerprint, letter_id)
VALUES (:mailbox, :uuid, :fingerprint, :letter);

-- name: deletions
-- What came and was deleted for good.
SELECT uuid, fingerprint FROM arrival WHERE mailbox_id = :mailbox AND letter_id IS NULL
ORDER BY uuid, fingerprint;

-- name: insert_deletion
-- Something that was deleted for good in another store; what is here stays here.
INSERT INTO arrival (mailbox_id, uuid, fingerprint) VALUES (:mailbox, :uuid, :fingerprint)
ON CONFLICT DO NOTHING;

-- name: forget_letter_of_arrival
-- The letter is gone for good; that it came stays known.
UPDATE arrival SET letter_id = NULL WHERE mailbox_id = :mailbox AND letter_id = :letter;

-- name: mark_conflict
-- Both letters of a uuid say that there are two.
UPDATE letter SET conflict = 1, version = version + 1
WHERE mailbox_id = :mailbox AND id IN
  (SELECT letter_id FROM arrival WHERE mailbox_id = :mailbox AND uuid = :uuid);

-- name: take_numbers
-- Where the counters stand before letters are taken in.
SELECT last_letter, last_thread, newest_ms, is_out_of_order FROM mailbox WHERE id = :mailbox;

-- name: put_numbers
-- Where the counters stand afterwards.
UPDATE mailbox SET last_letter = :last_letter, last_thread = :last_thread, newest_ms = :newest_ms,
  is_out_of_order = :is_out_of_order WHERE id = :mailbox;

-- name: content_by_sha256
-- Content already here.
SELECT id FROM content WHERE sha256 = :sha256;

-- name: use_content
-- Content already here is used once more.
UPDATE content SET uses = uses + 1 WHERE id = :id;

-- name: insert_content
-- Content seen for the first time.
INSERT INTO content (sha256, size, uses) VALUES (:sha256, :size, 1);

-- name: insert_bytes
-- Its bytes.
INSERT INTO content_bytes (id, bytes) VALUES (:id, :bytes);

-- name: insert_letter
-- A letter.
INSERT INTO letter (mailbox_id, id, folder_key, received_ms, sender_id, subject, uuid, unread,
  flagged, by_post, reply_by_ms, appointment_ms, legal_notice, legally_notified_ms,
  document_count, thread, conflict, has_due, recipient_type, recipient_number, recipient_name,
  sent_ms, type, state, may_reply, notification, case_id, note, actions, warnings, original_id,
  original_type, held_until_ms, facts_sha256)
VALUES (:mailbox, :id, :folder_key, :received_ms, :sender_id, :subject, :uuid, :unread,
  :flagged, :by_post, :reply_by_ms, :appointment_ms, :legal_notice, :legally_notified_ms,
  :document_count, :thread, :conflict, :has_due, :recipient_type, :recipient_number,
  :recipient_name, :sent_ms, :type, :state, :may_reply, :notification, :case_id, :note, :actions,
  :warnings, :original_id, :original_type, :held_until_ms, :facts_sha256);

-- name: insert_document
-- A document of a letter.
INSERT INTO document (letter_key, position, type, label, reading, pages, text_id)
VALUES (:letter_key, :position, :type, :label, :reading, :pages, :text_id);

-- name: insert_file
-- A variant of a document.
INSERT INTO file (letter_key, document, position, name, media_type, declared_type, language,
  content_id)
VALUES (:letter_key, :document, :position, :name, :media_type, :declared_type, :language,
  :content_id);

-- name: insert_words
-- A letter's folded words.
INSERT INTO letter_words (rowid, mailbox, subject, sender, body)
VALUES (:key, :mailbox, :subject, :sender, :body);

-- name: delete_words
-- Take a letter's words out; they must be given as they went in.
INSERT INTO letter_words (letter_words, rowid, mailbox, subject, sender, body)
VALUES ('delete', :key, :mailbox, :subject, :sender, :body);

-- name: insert_due
-- Something falls due.
INSERT INTO due (mailbox_id, at_ms, letter_key, kind, label)
VALUES (:mailbox, :at_ms, :letter_key, :kind, :label) ON CONFLICT DO NOTHING;

-- name: confirm_due
-- The person said yes to something found in the text.
UPDATE due SET is_confirmed = 1 WHERE mailbox_id = :mailbox AND at_ms = :at_ms AND kind = :kind
  AND letter_key = (SELECT key FROM letter WHERE mailbox_id = :mailbox AND id = :letter);

-- name: keep_heard
-- Where the person stopped listening; no change of the letter, so its version stays.
UPDATE letter SET heard = :heard WHERE mailbox_id = :mailbox AND id = :letter;

-- name: count_letter_due
-- Whether a letter has anything that falls due.
UPDATE letter SET has_due = EXISTS (SELECT 1 FROM due WHERE letter_key = :key),
  version = version + 1 WHERE key = :key;

-- name: insert_waiting
-- A document's files are to be read.
INSERT INTO waiting (letter_key, position) VALUES (:key, :position);

-- name: waiting
-- Documents that nobody reads now, of the newest letters first; of one letter, or of all.
SELECT w.letter_key, w.position, w.attempts, l.mailbox_id, l.id, l.received_ms,
  (SELECT coalesce(sum(c.size), 0) FROM file f JOIN content c ON c.id = f.content_id
   WHERE f.letter_key = w.letter_key AND f.document = w.position), t.bytes
FROM waiting w JOIN letter l ON l.key = w.letter_key
JOIN document d ON d.letter_key = w.letter_key AND d.position = w.position
LEFT JOIN content_bytes t ON t.id = d.tree_id
WHERE w.leased_until_ms <= :at_ms
  AND (:letter IS NULL OR (l.mailbox_id = :mailbox AND l.id = :letter))
ORDER BY w.letter_key DESC, w.position LIMIT :limit;

-- name: lease_waiting
-- Somebody reads it until then.
UPDATE waiting SET leased_until_ms = :until_ms, attempts = :attempts
WHERE letter_key = :key AND position = :position;

-- name: unlease_waiting
-- Nobody reads it, and it was not its fault.
UPDATE waiting SET leased_until_ms = 0, attempts = max(attempts - 1, 0)
WHERE letter_key = :key AND position = :position;

-- name: delete_waiting
-- It is read.
DELETE FROM waiting WHERE letter_key = :key AND position = :position;

-- name: count_waiting
-- How many documents wait, of one letter or of all.
SELECT count(*) FROM waiting w JOIN letter l ON l.key = w.letter_key
WHERE :letter IS NULL OR (l.mailbox_id = :mailbox AND l.id = :letter);

-- name: files_to_read
-- A document's files with their bytes.
SELECT f.name, f.media_type, f.declared_type, f.language, b.bytes
FROM file f JOIN content_bytes b ON b.id = f.content_id
WHERE f.letter_key = :key AND f.document = :position ORDER BY f.position;

-- name: letter_to_read
-- What must be known to put a letter's words into the index anew.
SELECT l.key, l.subject, s.name FROM letter l JOIN sender s ON s.id = l.sender_id
WHERE l.mailbox_id = :mailbox AND l.id = :letter;

-- name: contents_of_document
-- A document's text and tree.
SELECT text_id, tree_id FROM document WHERE letter_key = :key AND position = :position;

-- name: put_reading
-- What came of reading a document.
UPDATE document SET reading = :reading, pages = :pages, text_id = :text_id, tree_id = :tree_id
WHERE letter_key = :key AND position = :position;

-- name: give_up_document
-- A document that no reader survived; the text it had stays.
UPDATE document SET reading = :reading
WHERE letter_key = :key AND position = :position AND reading = 'WAITING';

-- name: delete_waiting_of
-- Delete a letter: what was still to be read of it.
DELETE FROM waiting WHERE letter_key = :key;

-- name: thread_of
-- The thread of a uuid.
SELECT thread FROM thread_link WHERE mailbox_id = :mailbox AND uuid = :uuid;

-- name: join_letters
-- Two threads turn out to be one: the letters.
UPDATE letter SET thread = :thread WHERE mailbox_id = :mailbox AND thread = :other;

-- name: join_links
-- Two threads turn out to be one: the uuids.
UPDATE thread_link SET thread = :thread WHERE mailbox_id = :mailbox AND thread = :other;

-- name: insert_link
-- A uuid belongs to a thread.
INSERT INTO thread_link (mailbox_id, uuid, thread) VALUES (:mailbox, :uuid, :thread)
ON CONFLICT DO NOTHING;

-- name: insert_announcement
-- A letter can be opened.
INSERT INTO announcement (mailbox_id, letter_id, at_ms) VALUES (:mailbox, :letter, :at_ms);

-- name: has_held
-- Whether a held letter's date has come.
SELECT 1 FROM letter WHERE held_until_ms <= :at_ms LIMIT 1;

-- name: held_letters
-- Letters whose date has come.
SELECT key, mailbox_id, id, unread FROM letter WHERE held_until_ms <= :at_ms ORDER BY key;

-- name: release_letter
-- Show a held letter from now on.
UPDATE letter SET folder_key = :folder_key, received_ms = :at_ms, held_until_ms = NULL,
  version = version + 1 WHERE key = :key;

-- name: note_newest
-- Keep what search needs to know of the order of arrival.
UPDATE mailbox SET newest_ms = max(newest_ms, :at_ms), is_out_of_order = 1 WHERE id = :mailbox;

-- name: list_all
-- A page of a folder.
SELECT id, uuid, sender_name, sender_type, sender_number, sender_verified, subject, received_ms,
  unread, flagged, reply_by_ms, appointment_ms, legal_notice, legally_notified_ms, document_count,
  thread, conflict FROM letter_line
WHERE folder_key = :folder_key
  AND (received_ms, id) < (:before_ms, :before_id)
ORDER BY received_ms DESC, id DESC LIMIT :limit;

-- name: list_unread
-- A page of a folder's unread letters, with more conditions or none.
SELECT id, uuid, sender_name, sender_type, sender_number, sender_verified, subject, received_ms,
  unread, flagged, reply_by_ms, appointment_ms, legal_notice, legally_notified_ms, document_count,
  thread, conflict FROM letter_line
WHERE folder_key = :folder_key AND unread = 1
  AND (received_ms, id) < (:before_ms, :before_id)
  AND (:flagged = 0 OR flagged = 1) AND (:due = 0 OR has_due = 1)
  AND (:senders IS NULL OR sender_id IN (SELECT value FROM json_each(:senders)))
ORDER BY received_ms DESC, id DESC LIMIT :limit;

-- name: list_flagged
-- A page of a folder's flagged letters, with more conditions or none.
SELECT id, uuid, sender_name, sender_type, sender_number, sender_verified, subject, received_ms,
  unread, flagged, reply_by_ms, appointment_ms, legal_notice, legally_notified_ms, document_count,
  thread, conflict FROM letter_line
WHERE folder_key = :folder_key AND flagged = 1
  AND (received_ms, id) < (:before_ms, :before_id) AND (:due = 0 OR has_due = 1)
  AND (:senders IS NULL OR sender_id IN (SELECT value FROM json_each(:senders)))
ORDER BY received_ms DESC, id DESC LIMIT :limit;

-- name: list_due
-- A page of a folder's letters with a deadline or an appointment.
SELECT id, uuid, sender_name, sender_type, sender_number, sender_verified, subject, received_ms,
  unread, flagged, reply_by_ms, appointment_ms, legal_notice, legally_notified_ms, document_count,
  thread, conflict FROM letter_line
WHERE folder_key = :folder_key AND has_due = 1
  AND (received_ms, id) < (:before_ms, :before_id)
  AND (:senders IS NULL OR sender_id IN (SELECT value FROM json_each(:senders)))
ORDER BY received_ms DESC, id DESC LIMIT :limit;

-- name: list_sender
-- A page of a folder's letters of some senders.
SELECT id, uuid, sender_name, sender_type, sender_number, sender_verified, subject, received_ms,
  unread, flagged, reply_by_ms, appointment_ms, legal_notice, legally_notified_ms, document_count,
  thread, conflict FROM letter_line
WHERE folder_key = :folder_key
  AND sender_id IN (SELECT value FROM json_each(:senders))
  AND (received_ms, id) < (:before_ms, :before_id)
ORDER BY received_ms DESC, id DESC LIMIT :limit;

-- name: list_thread
-- A page of a thread, whatever the folder.
SELECT * FROM letter_summary WHERE mailbox_id = :mailbox AND thread = :thread
  AND (received_ms, id) < (:before_ms, :before_id)
ORDER BY received_ms DESC, id DESC LIMIT :limit;

-- name: count_matching
-- How many letters of a folder meet conditions that no counter is kept for.
SELECT count(*) FROM letter WHERE folder_key = :folder_key
  AND (:unread = 0 OR unread = 1) AND (:flagged = 0 OR flagged = 1) AND (:due = 0 OR has_due = 1)
  AND (:senders IS NULL OR sender_id IN (SELECT value FROM json_each(:senders)));

-- name: count_flagged
-- How many letters of a folder are flagged.
SELECT count(*) FROM letter WHERE folder_key = :folder_key AND flagged = 1;

-- name: count_due
-- How many letters of a folder have a deadline or an appointment.
SELECT count(*) FROM letter WHERE folder_key = :folder_key AND has_due = 1;

-- name: count_sender
-- How many letters of a folder some senders wrote.
SELECT count(*) FROM letter WHERE sender_id IN (SELECT value FROM json_each(:senders))
  AND mailbox_id = :mailbox AND folder_key = :folder_key;

-- name: count_thread
-- How many letters a thread has.
SELECT count(*) FROM letter
WHERE mailbox_id = :mailbox AND thread = :thread AND folder_key IS NOT NULL;

-- name: senders_named
-- Senders whose folded name holds some words.
SELECT id FROM sender WHERE instr(folded, :words) > 0;

-- name: summary
-- One letter as a list shows it.
SELECT * FROM letter_summary WHERE mailbox_id = :mailbox AND id = :letter;

-- name: rest_of_letter
-- What lies behind the list.
SELECT recipient_type, recipient_number, recipient_name, type, state, by_post, sent_ms, may_reply,
  notification, case_id, note, version, actions, warnings, heard FROM letter WHERE key = :key;

-- name: documents_of
-- A letter's documents and texts.
SELECT d.position, d.type, d.label, d.reading, d.pages, t.bytes, r.bytes FROM document d
LEFT JOIN content_bytes t ON t.id = d.text_id LEFT JOIN content_bytes r ON r.id = d.tree_id
WHERE d.letter_key = :key ORDER BY d.position;

-- name: files_of
-- A letter's files.
SELECT f.document, f.name, f.media_type, f.declared_type, f.language, c.size, c.sha256
FROM file f JOIN content c ON c.id = f.content_id
WHERE f.letter_key = :key ORDER BY f.document, f.position;

-- name: content_of
-- One file's bytes, by the letter that has it.
SELECT b.bytes FROM letter l JOIN file f ON f.letter_key = l.key
JOIN content c ON c.id = f.content_id JOIN content_bytes b ON b.id = c.id
WHERE l.mailbox_id = :mailbox AND l.id = :letter AND l.folder_key IS NOT NULL
  AND c.sha256 = :sha256 LIMIT 1;

-- name: original_of
-- A letter's original bytes.
SELECT b.bytes, l.original_type, c.sha256 FROM letter l
JOIN content c ON c.id = l.original_id JOIN content_bytes b ON b.id = c.id
WHERE l.mailbox_id = :mailbox AND l.id = :letter AND l.folder_key IS NOT NULL;

-- name: letters_with_uuid
-- The letters of a uuid.
SELECT l.id FROM arrival a JOIN letter l ON l.mailbox_id = a.mailbox_id AND l.id = a.letter_id
WHERE a.mailbox_id = :mailbox AND a.uuid = :uuid AND l.folder_key IS NOT NULL ORDER BY l.id;

-- name: letter_ids
-- Every letter that can be opened, oldest first.
SELECT id FROM letter WHERE mailbox_id = :mailbox AND folder_key IS NOT NULL ORDER BY id;

-- name: mark_read
-- Opened now.
UPDATE letter SET unread = 0, version = version + 1 WHERE key = :key;

-- name: due
-- What falls due, soonest first. Of an unopened legal notice only the header's own deadline.
SELECT d.at_ms, d.kind, d.label, d.is_confirmed, l.* FROM due d JOIN letter_summary l ON l.key = d.letter_key
WHERE d.mailbox_id = :mailbox AND d.at_ms >= :since_ms AND l.folder_type <> 'DELETED'
  AND (d.kind = 'REPLY' OR NOT l.legal_notice OR l.legally_notified_ms IS NOT NULL)
ORDER BY d.at_ms, d.letter_key LIMIT :limit;

-- name: is_out_of_order
-- Whether the order of arrival is not the order of time.
SELECT is_out_of_order FROM mailbox WHERE id = :mailbox;

-- name: has_several_mailboxes
-- Whether words must be told apart by mailbox.
SELECT count(*) > 1 FROM (SELECT 1 FROM mailbox LIMIT 2);

-- name: search_in_order
-- The newest hits where letters came in order: the index gives them newest first.
SELECT l.* FROM letter_words w JOIN letter_summary l ON l.key = w.rowid
WHERE letter_words MATCH :match AND l.mailbox_id = :mailbox ORDER BY w.rowid DESC LIMIT :limit;

-- name: search_out_of_order
-- The newest hits among the last thousand that came in.
SELECT * FROM letter_summary WHERE mailbox_id = :mailbox AND key IN
  (SELECT rowid FROM letter_words WHERE letter_words MATCH :match ORDER BY rowid DESC LIMIT 1000)
ORDER BY received_ms DESC, id DESC LIMIT :limit;

-- name: texts_of
-- The texts of a letter that search shows words from.
SELECT t.bytes FROM document d JOIN content_bytes t ON t.id = d.text_id
WHERE d.letter_key = :key AND d.type <> 'TECHNICAL' ORDER BY d.position;

-- name: state_of
-- What a deed may change.
SELECT l.key, l.folder_key, l.unread, l.flagged, l.note, f.id FROM letter l
JOIN folder f ON f.key = l.folder_key WHERE l.mailbox_id = :mailbox AND l.id = :letter;

-- name: change_letter
-- What a deed changed.
UPDATE letter SET folder_key = :folder_key, unread = :unread, flagged = :flagged, note = :note,
  version = version + 1 WHERE key = :key;

-- name: next_deed
-- The number of a new deed. Undone deeds give theirs back.
SELECT coalesce(max(id), 0) + 1 FROM deed WHERE mailbox_id = :mailbox;

-- name: insert_deed
-- Remember how to undo.
INSERT INTO deed (mailbox_id, id, at_ms, kind, before)
VALUES (:mailbox, :id, :at_ms, :kind, :before);

-- name: forget_old_deeds
-- Undo goes back a hundred deeds.
DELETE FROM deed WHERE mailbox_id = :mailbox AND id <= :id - 100;

-- name: last_deed
-- The deed that undo takes back.
SELECT id, kind, before FROM deed WHERE mailbox_id = :mailbox ORDER BY id DESC LIMIT 1;

-- name: deeds
-- Everything that undo remembers.
SELECT id, before FROM deed WHERE mailbox_id = :mailbox;

-- name: rewrite_deed
-- A letter of a deed is gone for good.
UPDATE deed SET before = :before WHERE mailbox_id = :mailbox AND id = :id;

-- name: delete_deed
-- It is undone.
DELETE FROM deed WHERE mailbox_id = :mailbox AND id = :id;

-- name: letter_to_delete
-- What must be known to delete a letter for good.
SELECT l.key, l.folder_key, l.unread, l.original_id, l.subject, s.name FROM letter l
JOIN sender s ON s.id = l.sender_id WHERE l.mailbox_id = :mailbox AND l.id = :letter;

-- name: contents_of
-- Every use of content that a letter makes.
SELECT original_id FROM letter WHERE key = :key
UNION ALL SELECT text_id FROM document WHERE letter_key = :key AND text_id IS NOT NULL
UNION ALL SELECT tree_id FROM document WHERE letter_key = :key AND tree_id IS NOT NULL
UNION ALL SELECT content_id FROM file WHERE letter_key = :key;

-- name: delete_files
-- Delete a letter: its files.
DELETE FROM file WHERE letter_key = :key;

-- name: delete_documents
-- Delete a letter: its documents.
DELETE FROM document WHERE letter_key = :key;

-- name: delete_due
-- Delete a letter: what fell due.
DELETE FROM due WHERE letter_key = :key;

-- name: delete_announcements
-- Delete a letter: its news.
DELETE FROM announcement WHERE mailbox_id = :mailbox AND letter_id = :letter;

-- name: delete_letter
-- Delete a letter: itself.
DELETE FROM letter WHERE key = :key;

-- name: release_content
-- A use of content ends.
UPDATE content SET uses = uses - 1 WHERE id = :id;

-- name: delete_unused_bytes
-- Delete the bytes that nobody uses any more.
DELETE FROM content_bytes WHERE id = :id AND id IN (SELECT id FROM content WHERE uses = 0);

-- name: delete_unused_content
-- And what was known of them.
DELETE FROM content WHERE id = :id AND uses = 0;

-- name: legally_notified
-- The first yes stands.
UPDATE letter SET legally_notified_ms = :at_ms, version = version + 1
WHERE key = :key AND legal_notice = 1 AND legally_notified_ms IS NULL;

-- name: audit_head
-- The end of a mailbox's audit chain.
SELECT last_event, last_event_hash FROM mailbox WHERE id = :mailbox;

-- name: insert_event
-- A link of the chain.
INSERT INTO event (mailbox_id, number, at_ms, actor, name, letter_id, previous, hash)
VALUES (:mailbox, :number, :at_ms, :actor, :name, :letter, :previous, :hash);

-- name: put_audit_head
-- The chain's new end.
UPDATE mailbox SET last_event = :number, last_event_hash = :hash WHERE id = :mailbox;

-- name: events
-- The audit log, newest first.
SELECT number, at_ms, actor, name, letter_id, previous, hash FROM event
WHERE mailbox_id = :mailbox AND number < :before ORDER BY number DESC LIMIT :limit;

-- name: announcements
-- News after some news.
SELECT id, mailbox_id, letter_id, at_ms FROM announcement
WHERE id > :after AND mailbox_id = :mailbox ORDER BY id LIMIT :limit;

-- name: last_announcement
-- The newest news of any mailbox: what comes after it is new to whoever begins to watch.
SELECT coalesce(max(id), 0) FROM announcement;

-- name: check_contents
-- Every content, to recompute its sha256.
SELECT c.id, c.sha256, c.size, b.bytes FROM content c
LEFT JOIN content_bytes b ON b.id = c.id;

-- name: users_of
-- Some letters that use a content, to say where damage is.
SELECT mailbox_id, id FROM letter WHERE original_id = :id OR key IN
  (SELECT letter_key FROM document WHERE text_id = :id OR tree_id = :id
   UNION SELECT letter_key FROM file WHERE content_id = :id) LIMIT 5;

-- name: check_letters
-- Every letter's unchanging facts, to recompute their sha256.
SELECT l.key, l.mailbox_id, l.id, l.facts_sha256, l.uuid, s.id_type, s.number, s.name,
  l.recipient_type, l.recipient_number, l.recipient_name, l.subject, l.sent_ms, l.type, l.state,
  l.by_post, l.may_reply, l.reply_by_ms, l.appointment_ms, l.legal_notice, l.notification,
  l.case_id, l.document_count, l.actions, l.warnings, l.original_type
FROM letter l JOIN sender s ON s.id = l.sender_id;

-- name: check_events
-- A mailbox's chain from its beginning.
SELECT number, at_ms, actor, name, letter_id, previous, hash FROM event
WHERE mailbox_id = :mailbox ORDER BY number;

-- name: check_heads
-- Every chain's end.
SELECT id, last_event, last_event_hash FROM mailbox ORDER BY id;

-- name: check_counts
-- Folders whose kept counts are wrong.
SELECT f.mailbox_id, f.id FROM folder f
LEFT JOIN (SELECT folder_key, count(*) AS total, sum(unread) AS unread FROM letter
           WHERE folder_key IS NOT NULL GROUP BY folder_key) l ON l.folder_key = f.key
WHERE f.total <> coalesce(l.total, 0) OR f.unread <> coalesce(l.unread, 0);

-- name: check_uses
-- Content whose kept count of uses is wrong.
SELECT c.id FROM content c LEFT JOIN
  (SELECT id, count(*) AS uses FROM (
     SELECT original_id AS id FROM letter
     UNION ALL SELECT text_id FROM document WHERE text_id IS NOT NULL
     UNION ALL SELECT tree_id FROM document WHERE tree_id IS NOT NULL
     UNION ALL SELECT content_id FROM file) GROUP BY id) u ON u.id = c.id
WHERE c.uses <> coalesce(u.uses, 0);

-- name: check_words
-- Letters without words in the search index.
SELECT mailbox_id, id FROM letter WHERE key NOT IN (SELECT id FROM letter_words_docsize);

-- name: tidy_words
-- Write the search index anew as one, so that no word of a deleted letter lingers in it.
INSERT INTO letter_words (letter_words) VALUES ('optimize');

-- name: count_words
-- How many letters the search index holds.
SELECT count(*) FROM letter_words_docsize;

-- name: check_word_index
-- The search index's own check.
INSERT INTO letter_words (letter_words) VALUES ('integrity-check');
