"""What makes a message hard to hear or to press: none of the bot's may have it."""

import re
import unicodedata
from collections import Counter

from bots.buttons import LONGEST_LABEL, MOST
from bots.effects import Effect, SendFile, SendVoice, Tell
from bots.splitting import LONGEST, units

_BOXES = re.compile(r"[\u2500-\u259f\u2800-\u28ff]")
_RULER = re.compile(r"([=\-_*~.#])\1{4,}")
_STYLED = re.compile(r"[\U0001d400-\U0001d7ff]")
_MARKUP = re.compile(r"\*\*|__|</?[biu]>|```")


def faults_of(effect: Effect) -> list[str]:
    """Name what is wrong with a message, each in words."""
    match effect:
        case Tell():
            return [*_of_text(effect.text, LONGEST), *_of_labels([b.label for b in effect.buttons])]
        case SendFile() | SendVoice():
            missing = [] if effect.caption.strip() else ["no caption"]
            return [*missing, *_of_text(effect.caption, 1_024)]
    return []


def _of_text(text: str, longest: int) -> list[str]:
    faults = {
        "empty": not text.strip(),
        "too long": units(text) > longest,
        "boxes or braille": _BOXES.search(text),
        "a ruler": _RULER.search(text),
        "styled letters": _STYLED.search(text),
        "mark-up": _MARKUP.search(text),
        "a symbol": any(unicodedata.category(one) == "So" for one in text),
        "begins with a blank": text[:1].isspace(),
    }
    return [fault for fault, is_there in faults.items() if is_there]


def _of_labels(labels: list[str]) -> list[str]:
    faults = [f"too long: {label}" for label in labels if len(label) > LONGEST_LABEL]
    faults += [f"no word first: {label}" for label in labels if not label[:1].isalpha()]
    faults += [f"twice: {label}" for label, n in Counter(labels).items() if n > 1]
    return [*faults, "too many buttons"] if len(labels) > MOST else faults
