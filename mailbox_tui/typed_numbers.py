"""Numbers that are typed after a verb."""

import argparse
from collections.abc import Callable

from accessibility.wording import Say

_MOST = 100_000
_MOST_DIGITS = 9


def count(say: Say) -> Callable[[str], int]:
    """Give a reader of how many, or of which."""
    return number_to(_MOST, say)


def number_to(largest: int, say: Say, *, smallest: int = 1) -> Callable[[str], int]:
    """Give a reader of whole numbers in a range, which says so where it is given another."""

    def number(text: str) -> int:
        if not text.isdecimal() or not smallest <= int(text[:_MOST_DIGITS]) <= largest:
            raise argparse.ArgumentTypeError(
                say("a number from {smallest} to {largest} belongs here",
                    smallest=smallest, largest=largest)
            )  # fmt: skip
        return int(text)

    return number
