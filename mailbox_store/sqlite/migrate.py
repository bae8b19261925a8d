"""Numbered migrations, forward only, each in a transaction of its own."""

import re
import sqlite3
from pathlib import Path

APPLICATION_ID = 0x42525644  # "BRVD": the file says whose it is


def migrations() -> list[tuple[int, str]]:
    """Give the migrations in order: number and script."""
    folder = Path(__file__).with_name("migrations")
    found = [
        (int(number[1]), entry.read_text("utf-8"))
        for entry in folder.iterdir()
        if (number := re.match(r"(\d{4})_\w+\.sql$", entry.name))
    ]
    return sorted(found)


def schema_version(connection: sqlite3.Connection) -> int:
    """Give the number of the last migration this store has seen."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a store to this release's schema; what is done is not done again.

    The caller holds the write lock.
    """
    for number, script in migrations():
        if number > schema_version(connection):
            connection.executescript(
                f"BEGIN IMMEDIATE;\n{script}\nPRAGMA application_id = {APPLICATION_ID};\n"
                f"PRAGMA user_version = {number};\nCOMMIT;"
            )
