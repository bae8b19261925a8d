"""The floor: the same letters in plain sqlite3, with the least schema that could carry them.

A tool of the same shape (LETTERS, `connect`, `create`, `put`, LIST, FAR) may stand in for this
module: `python benchmarks/store.py --floor FILE`.
"""

import random
import sqlite3
from collections.abc import Iterator
from typing import Any

_WORDS = {
    "heads": "skatte bolig børne sundheds pensions affalds bygge arbejds syge miljø vej",
    "tails": "opgørelse støtte afgørelse ansøgning tilladelse rykker indkaldelse frist attest",
    "small": "og i at det er en til på med for af den der vi du dit har kan skal som ikke fra "
    "om hvis vil senest inden efter ved når også dig denne kroner dag måned år sag kommune "
    "borger brev svar kontakt telefon mandag torsdag André Aarhus Århus København Ærø",
}
HEADS, TAILS, SMALL = (words.split() for words in _WORDS.values())
SENDERS = [f"{place} {kind}" for place in ("Bylderup", "Søndervang", "Nørreå", "Vesterlund")
           for kind in ("Kommune", "Sygehus", "Skattekontor", "Byret", "Boligkontor")]  # fmt: skip
FAR = (1 << 62, 1 << 62)


def letters(n: int, mailboxes: int = 1, seed: int = 7) -> Iterator[dict[str, Any]]:
    """Give letters of 2 to 4 kB; every tenth has one of 200 shared leaflets of 40 kB."""
    rng = random.Random(seed)  # noqa: S311 - letters, not secrets
    words = SMALL * 6 + [h + t for h in HEADS for t in TAILS]
    weights = [1 / (1 + i / 40) for i in range(len(words))]
    sentences = [" ".join(rng.choices(words, weights, k=12)) + "." for _ in range(20_000)]
    leaflets = [rng.randbytes(40_960) for _ in range(200)]
    for i in range(n):
        yield {
            "mailbox": i % mailboxes + 1,
            "sender": rng.randrange(len(SENDERS)) + 1,
            "subject": f"{rng.choice(HEADS)}{rng.choice(TAILS)} sag {rng.randrange(10**8):08d}",
            "received": 1_577_836_800_000 + i * 150_000,
            "body": " ".join(rng.choices(sentences, k=rng.randrange(25, 46))),
            "leaflet": leaflets[i // 10 % 200] if i % 10 == 0 else None,
        }


SCHEMA = """
CREATE TABLE sender (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE folder (id INTEGER PRIMARY KEY, total INTEGER NOT NULL, unread INTEGER NOT NULL);
CREATE TABLE letter (id INTEGER PRIMARY KEY, mailbox_id INTEGER, folder_id INTEGER,
  sender_id INTEGER, external_id TEXT UNIQUE, subject TEXT, received_at INTEGER, read_at INTEGER);
CREATE INDEX letter_list ON letter (folder_id, received_at DESC, id DESC);
CREATE INDEX letter_unread ON letter (folder_id) WHERE read_at IS NULL;
CREATE TABLE body (letter_id INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE document (id INTEGER PRIMARY KEY, letter_id INTEGER, name TEXT, data BLOB);
CREATE INDEX document_letter ON document (letter_id);
CREATE TABLE event (id INTEGER PRIMARY KEY, mailbox_id INTEGER, letter_id INTEGER, kind TEXT,
  at INTEGER);
CREATE TABLE outbox (id INTEGER PRIMARY KEY, letter_id INTEGER, due_at INTEGER);
CREATE VIEW letter_text AS SELECT l.id, 'm' || l.mailbox_id AS mailbox, l.subject,
  s.name AS sender, b.text AS body
  FROM letter l JOIN sender s ON s.id = l.sender_id JOIN body b ON b.letter_id = l.id;
CREATE VIRTUAL TABLE letter_fts USING fts5 (mailbox, subject, sender, body,
  content='letter_text', content_rowid='id', tokenize='unicode61 remove_diacritics 0');
"""
LIST = (
    "SELECT l.id, l.subject, s.name, l.received_at, l.read_at FROM letter l "
    "JOIN sender s ON s.id = l.sender_id WHERE l.folder_id = ? AND (l.received_at, l.id) < (?, ?) "
    "ORDER BY l.received_at DESC, l.id DESC LIMIT 50"
)


def connect(path: str) -> sqlite3.Connection:
    """Open with the same durability as the store."""
    connection = sqlite3.connect(path, isolation_level=None, cached_statements=256)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "cache_size=-32768",
                   "mmap_size=268435456", "temp_store=MEMORY"):  # fmt: skip
        connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection


def create(path: str, mailboxes: int = 1) -> sqlite3.Connection:
    """Make an empty floor."""
    connection = connect(path)
    connection.executescript(SCHEMA)
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO sender VALUES (?, ?)", enumerate(SENDERS, 1))
    connection.executemany(
        "INSERT INTO folder VALUES (?, 0, 0)", ((i,) for i in range(1, mailboxes + 1))
    )
    connection.execute("COMMIT")
    return connection


def put(connection: sqlite3.Connection, n: int, letter: dict[str, Any]) -> None:
    """Write what one arriving letter must; inside the caller's transaction."""
    run, mailbox = connection.execute, letter["mailbox"]
    run(
        "INSERT INTO letter VALUES (?,?,?,?,?,?,?,NULL)",
        (
            n,
            mailbox,
            mailbox,
            letter["sender"],
            f"x{n:015d}",
            letter["subject"],
            letter["received"],
        ),
    )
    run("INSERT INTO body VALUES (?,?)", (n, letter["body"]))
    if letter["leaflet"]:
        run(
            "INSERT INTO document (letter_id, name, data) VALUES (?, 'bilag.pdf', ?)",
            (n, letter["leaflet"]),
        )
    run(
        "INSERT INTO letter_fts (rowid, mailbox, subject, sender, body) VALUES (?,?,?,?,?)",
        (n, f"m{mailbox}", letter["subject"], SENDERS[letter["sender"] - 1], letter["body"]),
    )
    run("UPDATE folder SET total = total + 1, unread = unread + 1 WHERE id = ?", (mailbox,))
    run(
        "INSERT INTO event (mailbox_id, letter_id, kind, at) VALUES (?, ?, 'received', ?)",
        (mailbox, n, letter["received"]),
    )
    run("INSERT INTO outbox (letter_id, due_at) VALUES (?, ?)", (n, letter["received"]))
