"""Find in the source every sentence that a person reads, as `say` will look it up."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it stands in the source; `many` is its plural, or "" where it has none."""

    one: str
    many: str = ""


@dataclass
class NotWrittenOut(Exception):
    """A sentence is put together while running, so that no catalogue can hold it."""

    line: int
    words: str


def sentences_in(source: str) -> Iterator[Sentence]:
    """Give each `say("...")`, `say.count("...", "...", n)` and `sentence("...")`.

    `say(name)` is a sentence of a table, which was marked with `sentence` where it stands.
    """
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        match _called(node.func):
            case ["sentence"]:
                yield Sentence(_text(node.args[0], node))
            case [*_, "say"] if _is_written(node.args[0]):
                yield Sentence(_text(node.args[0], node))
            case [*_, "say", "count"] if _is_written(node.args[0]):
                yield Sentence(_text(node.args[0], node), _text(node.args[1], node))
            case _:
                pass


def places_in(sentence: str) -> set[str]:
    """Give the places for facts in a sentence: ours by name, argparse's as they stand."""
    ours = re.findall(r"\{(\w*)", sentence.replace("{{", ""))
    return {*ours, *re.findall(r"%(?:\(\w+\))?[a-z]", sentence)}  # argparse writes %(prog)s


def _called(function: ast.expr) -> list[str]:
    """Read `desk.say.count` as its words; `self._say` is a `say` too."""
    words: list[str] = []
    while isinstance(function, ast.Attribute):
        words.insert(0, function.attr.replace("_say", "say"))
        function = function.value
    if isinstance(function, ast.Name):
        words.insert(0, function.id)
    return words


def _is_written(argument: ast.expr) -> bool:
    return isinstance(argument, ast.Constant | ast.JoinedStr | ast.BinOp)


def _text(argument: ast.expr, call: ast.Call) -> str:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    raise NotWrittenOut(call.lineno, ast.unparse(call))
