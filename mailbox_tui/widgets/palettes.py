"""Roles dressed in colours and attributes: one palette for each theme, and one without colour.

The theme "terminal" names only the sixteen colours that a terminal's owner has chosen, so it fits
light and dark backgrounds alike. Every role that is coloured says in words what it is.
"""

from collections.abc import Mapping

from rich.style import Style

from mailbox_tui.looks import Look
from mailbox_tui.screens.picture import Role

Palette = Mapping[Role, Style]

_ATTRIBUTES: Mapping[Role, str] = {
    Role.TITLE: "bold",
    Role.MARK: "bold",
    Role.UNREAD_SENDER: "bold",
    Role.HEADING: "bold",
    Role.WARNING: "bold",
    Role.QUESTION: "bold",
    Role.SPOKEN: "reverse",
    Role.FOCUS: "reverse",
}
_TERMINAL: Mapping[Role, str] = {
    Role.ASKED: "yellow",
    Role.STATE: "cyan",
    Role.WARNING: "red",
    Role.NOTE: "green",
    Role.FOUND: "green",
    Role.QUESTION: "yellow",
}
# Contrast with the background by WCAG 2's formula: at least 7:1 (AAA) everywhere, tested.
_LIGHT: Mapping[Role, str] = {
    Role.PLAIN: "#1b1b1b",
    Role.ASKED: "#6b3a00",
    Role.STATE: "#004b63",
    Role.WARNING: "#8a0010",
    Role.NOTE: "#0b4f16",
    Role.FOUND: "#0b4f16",
    Role.MESSAGE: "#004b63",
    Role.QUESTION: "#6b3a00",
}
_DARK: Mapping[Role, str] = {
    Role.PLAIN: "#e6e6e6",
    Role.ASKED: "#ffcf70",
    Role.STATE: "#8fd8ee",
    Role.WARNING: "#ffb0a8",
    Role.NOTE: "#a8e0a0",
    Role.FOUND: "#a8e0a0",
    Role.MESSAGE: "#8fd8ee",
    Role.QUESTION: "#ffcf70",
}
_CONTRAST: Mapping[Role, str] = {
    Role.PLAIN: "#ffffff",
    Role.ASKED: "#ffff00",
    Role.STATE: "#00ffff",
    Role.WARNING: "#ffff00",
    Role.NOTE: "#00ff00",
    Role.FOUND: "#00ff00",
    Role.MESSAGE: "#00ffff",
    Role.QUESTION: "#ffff00",
}
_THEMES: Mapping[str, tuple[str, Mapping[Role, str]]] = {
    "terminal": ("", _TERMINAL),
    "light": ("#fbfaf6", _LIGHT),
    "dark": ("#16181c", _DARK),
    "contrast": ("#000000", _CONTRAST),
}


def palette(theme: str, look: Look) -> Palette:
    """Give the style of every role. A look for screen readers has none: some announce them."""
    if look.one_at_a_time:
        return dict.fromkeys(Role, Style.null())
    ground, colours = _THEMES[theme] if look.has_colour else ("", {})
    plain = colours.get(Role.PLAIN, "")
    return {
        role: Style.parse(_description(_ATTRIBUTES.get(role, ""), colours.get(role, plain), ground))
        for role in Role
    }


def _description(attributes: str, colour: str, ground: str) -> str:
    words = [attributes, colour, f"on {ground}" if ground else ""]
    return " ".join(filter(None, words)) or "none"
