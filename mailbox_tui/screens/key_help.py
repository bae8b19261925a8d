"""What the keys do here, in words: the person's own keys, in the order they are used most."""

from collections.abc import Iterator, Mapping

from accessibility.list_line import as_sentence
from accessibility.wording import Say, sentence
from mailbox_tui.screens.keymap import Ground, Keymap

_WORDS: Mapping[str, str] = {
    "down": sentence("Down"),
    "up": sentence("Up"),
    "left": sentence("Left"),
    "right": sentence("Right"),
    "pagedown": sentence("Page Down"),
    "pageup": sentence("Page Up"),
    "space": sentence("Space"),
    "enter": sentence("Enter"),
    "escape": sentence("Esc"),
    "delete": sentence("Delete"),
    "home": sentence("Home"),
    "end": sentence("End"),
    "tab": sentence("Tab"),
    "shift+tab": sentence("Shift-Tab"),
    # Signs by their names too: a screen reader may pass over a bare one.
    "?": sentence("question mark ?"),
    ":": sentence("colon"),
    "/": sentence("slash /"),
    ",": sentence("comma ,"),
    "-": sentence("minus -"),
    ".": sentence("full stop"),
    ";": sentence("semicolon"),
    "'": sentence("apostrophe"),
    "<": sentence("less than <"),
    ">": sentence("greater than >"),
}
_NUMBERS: Mapping[Ground, str] = {
    Ground.LETTERS: sentence("A number and Enter: to that letter."),
    Ground.DOCUMENTS: sentence("A number and Enter: to that row."),
    Ground.CHOICES: sentence("A number and Enter: to that row."),
    Ground.TEXT: sentence("A number and Enter: that document of the letter."),
}


def keys_in_words(keymap: Keymap, ground: Ground, say: Say) -> Iterator[str]:
    """Give a line for each thing the keys do somewhere."""
    for binding in keymap.on(ground):
        keys = ", ".join(_key_words(key, say) for key in binding.keys.split())
        yield as_sentence(say("{keys}: {does}", keys=keys, does=say(binding.does)))
    if ground in _NUMBERS:
        yield say(_NUMBERS[ground])


def _key_words(key: str, say: Say) -> str:
    if key in _WORDS:
        return say(_WORDS[key])
    held, plus, letter = key.partition("+")
    if plus and held == "ctrl":
        return say("Ctrl-{key}", key=letter.upper())
    if len(key) == 1 and key.isupper():  # heard, "A" and "a" are one
        return say("Shift-{key}", key=key)
    return key.upper() if len(key) > 1 else key
