"""Something doubtful about a letter or a document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """Something doubtful: a code, and what a sentence about it needs to say."""

    code: str
    detail: str = ""
