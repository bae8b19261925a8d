"""How well a letter can be listened to: what was told of it, measured against its truth.

Each measure is a share, 1 is best, and is left out where a letter has nothing to measure:

    flow   three words in a row that stayed together      order  ... and came in the right order
    para   long paragraphs that came out on one line      hmark  headings marked as headings
    list   items that begin a line                        rows   rows with their cells in order
    hdr    cells that can be tied to their header         field  labels with their values
    drop   unwanted lines left out                        link   links that can be followed
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.reading.truth import Truth, TruthTable, words

_MARKS = re.compile(r"^\s*(?:#{1,6} |> |[-*+•] |\|)+")
_BOX = re.compile(r"\[([ xX]?)\]\s*")
_LINK = re.compile(r"\[([^\]\n]*)\]\([^)\s]*\)")
_RULE = re.compile(r"[\s|:-]*")
_ENOUGH = 0.95  # of a paragraph's words have to be on its line: a hyphen may be told otherwise
_ROOM = 1.5  # times its words a paragraph's line may be long; more is two paragraphs in one
_ITEM_WORDS = 4  # that tell an item


@dataclass(frozen=True, slots=True)
class Line:
    """A line that was told: as it stands, and its words."""

    told: str
    words: tuple[str, ...]


def measures(truth: Truth, told: str) -> dict[str, float]:
    """Give every measure that the letter has something for."""
    lines = [_line(line) for line in told.splitlines() if not _RULE.fullmatch(line)]
    flow = [word for line in lines for word in line.words]
    found: dict[str, list[float]] = {
        "para": [_is_whole(paragraph, lines) for paragraph in truth.paragraphs],
        "hmark": [_is_marked(heading, lines) for heading in truth.headings],
        "list": [_begins_a_line(item, lines) for item in truth.items],
        "rows": [],
        "hdr": [],
        "field": [_has_field(label, value, lines) for label, value in truth.fields],
        "drop": [not _is_told(unwanted, lines) for unwanted in truth.unwanted],
        "link": [link in told or link.partition(":")[2] in told for link in truth.links],
    }
    for table in truth.tables:
        for row in table.rows:
            is_whole, tied = _row(table, row, lines, flow)
            found["rows"].append(is_whole)
            found["hdr"] += [tied] * len(row) if table.header else []
    shares = {name: sum(values) / len(values) for name, values in found.items() if values}
    return _flow_and_order(truth.all, flow) | shares


def word_errors(truth: Truth, told: str) -> float:
    """Give the share of words that were left out, put in or read wrongly (WER)."""
    heard = [word for line in told.splitlines() for word in _line(line).words]
    before = list(range(len(heard) + 1))
    for at, word in enumerate(truth.all, start=1):
        row = [at]
        for other, also in enumerate(heard, start=1):
            row.append(min(before[other] + 1, row[-1] + 1, before[other - 1] + (word != also)))
        before = row
    return before[-1] / len(truth.all)


def _line(told: str) -> Line:
    bare = _LINK.sub(r"\1", told.replace("**", "").replace("\\", ""))
    bare = _BOX.sub("", _MARKS.sub("", bare))
    return Line(told, tuple(words(bare.replace("|", " "))))


def _flow_and_order(truth: Sequence[str], heard: Sequence[str]) -> dict[str, float]:
    wanted, got = _threes(truth), _threes(heard)
    counted, wanted_counts = Counter(got), Counter(wanted)
    place = {three: at for at, three in enumerate(got)}
    places = [place[t] for t in wanted if wanted_counts[t] == 1 and counted[t] == 1]
    kept = sum((counted & wanted_counts).values())
    return {
        "flow": kept / max(1, len(wanted)),
        "order": _longest_rise(places) / max(1, len(places)),
    }


def _threes(all_words: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(all_words, all_words[1:], all_words[2:], strict=False))


def _longest_rise(places: Iterable[int]) -> int:
    """Give how many of the places come one after the other (patience sorting)."""
    tops: list[int] = []
    for place in places:
        at = bisect_left(tops, place)
        tops[at : at + 1] = [place]
    return len(tops)


def _is_whole(paragraph: list[str], lines: list[Line]) -> bool:
    wanted = Counter(paragraph)
    return any(
        (wanted & Counter(line.words)).total() >= _ENOUGH * len(paragraph)
        and len(line.words) <= _ROOM * len(paragraph) + 8
        for line in lines
    )


def _is_marked(heading: list[str], lines: list[Line]) -> bool:
    return any(line.told.startswith("#") and list(line.words) == heading for line in lines)


def _begins_a_line(item: list[str], lines: list[Line]) -> bool:
    start = tuple(item[:_ITEM_WORDS])
    length = len(start)
    for line in lines:
        has_label = bool(line.words) and (line.words[0].isdigit() or len(line.words[0]) == 1)
        if start in (line.words[:length], line.words[1 : length + 1] if has_label else ()):
            return True
    return False


def _has_field(label: list[str], value: list[str] | bool, lines: list[Line]) -> bool:
    for line in lines:
        at = _after(line.words, label)
        if at is None:
            continue
        if isinstance(value, bool):
            box = _BOX.search(line.told)
            if box and (box[1].lower() == "x") == value:
                return True
        elif _after(line.words[at:], value) is not None:
            return True
    return False


def _is_told(unwanted: list[str], lines: list[Line]) -> bool:
    return any(
        list(line.words) == unwanted
        or (len(unwanted) > 2 and _after(line.words, unwanted) is not None)
        for line in lines
    )


def _row(
    table: TruthTable, row: list[list[str]], lines: list[Line], flow: list[str]
) -> tuple[bool, bool]:
    """Tell whether a row's cells follow each other, and whether their headers are known."""
    cells = [cell for cell in row if cell]
    told_row = [word for cell in cells for word in cell]
    told_with_headers = [
        word
        for at, cell in enumerate(row)
        for word in ((table.header[at] if at < len(table.header) else []) + cell if cell else [])
    ]
    if table.header and _after(flow, told_with_headers) is not None:
        return True, True
    if _after(flow, told_row) is None:
        return False, False
    header = [word for cell in table.header for word in cell]
    many = len(table.header) - 1
    has_header = any(list(line.words) == header and line.told.count("|") >= many for line in lines)
    has_row = any(
        _after(line.words, told_row) is not None and line.told.count("|") >= many for line in lines
    )
    return True, has_header and has_row


def _after(hay: Sequence[str], needle: Sequence[str]) -> int | None:
    """Give where words that stand together in others end, if they do."""
    length = len(needle)
    wanted = list(needle)
    for at in range(len(hay) - length + 1):
        if list(hay[at : at + length]) == wanted:
            return at + length
    return None
