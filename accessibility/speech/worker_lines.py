"""What goes between a face and its speech worker: one JSON object a line, both ways.

To the worker: open (once, first), speak, stop, pause, resume, rate. From it: ready, begun,
finished, silent, trouble. The letter's words go through this pipe only: never into a command, a
file or a log.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict

from accessibility.speech.orders import Ordered
from accessibility.speech.outputs import ChosenOutput, Why
from accessibility.speech.sentence import Sentence
from accessibility.speech.settings import SpeechSettings
from accessibility.speech.troubles import SpeechTrouble, TroubleCode

Line = Mapping[str, object]


def line_of(what: str, **facts: object) -> bytes:
    """Write a line."""
    return json.dumps({"what": what, **facts}).encode() + b"\n"


def read_line(line: bytes) -> Line:
    """Read a line; an empty one if it is none of ours."""
    try:
        told = json.loads(line)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def open_line(settings: SpeechSettings, output: ChosenOutput, stdout: int, folder: str) -> bytes:
    """Say what to open; `stdout` is the descriptor for that output, `folder` that of turns."""
    return line_of(
        "open", settings=asdict(settings), output=asdict(output), stdout=stdout, folder=folder
    )


def opened(line: Line) -> tuple[SpeechSettings, ChosenOutput, int, str]:
    """Read what `open_line` wrote."""
    output = dict(_part(line, "output"))
    output["why"] = Why(str(output["why"]))
    settings = SpeechSettings(**_part(line, "settings"))  # type: ignore[arg-type]  # ours, both ends
    return settings, ChosenOutput(**output), number(line, "stdout"), str(line["folder"])  # type: ignore[arg-type]


def speak_line(ordered: Ordered) -> bytes:
    """Order a sentence."""
    return line_of("speak", **asdict(ordered))


def spoken(line: Line) -> Ordered:
    """Read what `speak_line` wrote."""
    return Ordered(
        generation=number(line, "generation"),
        index=number(line, "index"),
        is_last=bool(line["is_last"]),
        sentence=Sentence(**_part(line, "sentence")),  # type: ignore[arg-type]  # ours, both ends
    )


def trouble_line(trouble: SpeechTrouble, generation: int) -> bytes:
    """Tell what went wrong."""
    return line_of("trouble", code=trouble.code, about=trouble.what, generation=generation)


def trouble_of(line: Line) -> SpeechTrouble:
    """Read what `trouble_line` wrote."""
    return SpeechTrouble(TroubleCode(str(line["code"])), str(line["about"]))


def number(line: Line, key: str) -> int:
    """Give a number of a line; -1 if there is none."""
    value = line.get(key)
    return value if isinstance(value, int) else -1


def _part(line: Line, key: str) -> dict[str, object]:
    part = line.get(key)
    return part if isinstance(part, dict) else {}
