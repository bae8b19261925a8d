"""Ids of the demonstration letters: the same on every machine, and version 4 as MeMo demands."""

import hashlib
from uuid import UUID


def uuid_of(name: str) -> str:
    """Derive a uuid from a name; the bits that say "version 4" are set, nothing is random."""
    digest = hashlib.sha256(f"brevdue demonstration: {name}".encode()).digest()
    return str(UUID(bytes=digest[:16], version=4))
