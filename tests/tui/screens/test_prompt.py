"""The line that is typed in: editing, pasting, giving up."""

from hypothesis import given
from hypothesis import strategies as st

from accessibility.plain_lines import display_width
from mailbox_tui.screens.events import Paste, Press
from mailbox_tui.screens.prompt import Prompt

KEYS = ["backspace", "delete", "left", "right", "home", "end", "ctrl+u", "ctrl+k", "ctrl+w"]


def typed(*keys: str, text: str = "") -> Prompt:
    """Press keys, a word of several letters being a key's name."""
    prompt = Prompt(":", text, len(text))
    for key in keys:
        prompt.take(Press(key, key if len(key) == 1 else None))
    return prompt


def test_words_are_typed_and_mended() -> None:
    assert typed(*"arkiv").text == "arkiv"
    assert typed(*"aæb", "backspace", "left", "å").text == "aåæ"
    assert typed("home", "x", "end", "y", text="mid").text == "xmidy"
    assert typed("ctrl+w", text="move Home ").text == "move "
    assert typed("left", "ctrl+k", text="abc").text == "ab"
    assert typed("left", "ctrl+u", text="abc").text == "c"
    assert typed("home", "delete", text="abc").text == "bc"


def test_enter_ends_and_escape_gives_up() -> None:
    ended = typed("a", "enter")
    assert ended.is_ended
    assert not ended.is_given_up
    for key in ("escape", "ctrl+c"):
        assert typed("a", key).is_given_up
    assert typed("a", "backspace", "backspace").is_given_up
    assert not typed("a", "backspace").is_given_up


def test_what_is_pasted_goes_in_as_one_line_and_ends_nothing() -> None:
    prompt = typed(*"move ")
    prompt.take(Paste("Home\narchive everything\x1b[2J\n"))
    assert not prompt.is_ended
    assert prompt.text == "move Home archive everything\ufffd[2J"


@given(
    st.lists(st.sampled_from(KEYS) | st.characters(codec="utf-8"), max_size=40),
    st.integers(min_value=0, max_value=30),
)
def test_the_cursor_is_always_inside_what_is_shown(keys: list[str], width: int) -> None:
    prompt = typed(*keys)
    shown, column = prompt.shown(width)
    assert 0 <= prompt.at <= len(prompt.text)
    assert display_width(shown) <= max(width, 1)
    assert 0 <= column < max(width, 2)
