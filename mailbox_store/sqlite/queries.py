"""The named queries of a file of them, as a mapping from name to statement."""

import re
from pathlib import Path

_QUERY = re.compile(r"^-- name: (\w+)\n(?:--.*\n)+((?:(?!-- name:).*\n)+)", re.MULTILINE)


def load_queries(name: str = "queries.sql") -> dict[str, str]:
    """Read every named query; a statement is what stands between its sentence and the next name."""
    text = Path(__file__).with_name(name).read_text("utf-8")
    return {name: statement.strip() for name, statement in _QUERY.findall(text)}
