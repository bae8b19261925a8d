"""The audit log's chain: each entry's hash covers the entry before it.

The chain makes damage and later edits visible to `check`; it is no proof against somebody who
can rewrite the whole file, and does not claim to be.
"""

import hashlib
import json

_CANONICAL = json.JSONEncoder(separators=(",", ":")).encode

FIRST = "0" * 64  # what the first entry names as the one before it


def chained_hash(
    previous: str, *, number: int, at_ms: int, actor: str, name: str, letter: int | None
) -> str:
    """Give an entry's hash: sha256 over the one before and its own facts, as canonical JSON."""
    facts = _CANONICAL([previous, number, at_ms, actor, name, letter])
    return hashlib.sha256(facts.encode()).hexdigest()
