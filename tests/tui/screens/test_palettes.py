"""Colours that can be read, and looks that have none."""

import pytest
from rich.color import Color
from rich.style import Style

from mailbox_tui.looks import LOOKS, THEMES
from mailbox_tui.screens.picture import Role
from mailbox_tui.widgets.palettes import palette

_AAA = 7.0  # WCAG 2.2, 1.4.6


def luminance(colour: Color) -> float:
    """Give the relative luminance as WCAG defines it."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (part / 255 for part in colour.get_truecolor())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(style: Style) -> float:
    """Give the contrast of a style's letters with their ground."""
    assert style.color is not None
    assert style.bgcolor is not None
    darker, lighter = sorted((luminance(style.color), luminance(style.bgcolor)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [theme for theme in THEMES if theme != "terminal"])
@pytest.mark.parametrize("role", list(Role))
def test_every_role_of_a_theme_stands_out_from_its_ground(theme: str, role: Role) -> None:
    assert contrast(palette(theme, LOOKS["default"])[role]) >= _AAA


def test_the_terminals_own_colours_are_named_by_their_numbers_only() -> None:
    for style in palette("terminal", LOOKS["default"]).values():
        assert style.bgcolor is None
        assert style.color is None or style.color.number in range(16)


@pytest.mark.parametrize("theme", THEMES)
def test_lean_has_attributes_and_no_colour_and_reader_neither(theme: str) -> None:
    lean = palette(theme, LOOKS["lean"])
    assert {style.color for style in lean.values()} == {None}
    assert lean[Role.TITLE].bold
    assert set(palette(theme, LOOKS["reader"]).values()) == {Style.null()}
