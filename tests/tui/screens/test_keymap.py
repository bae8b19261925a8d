"""Keys: the usual ones, a person's own, and the help that tells of both."""

from pathlib import Path

import pytest

from accessibility.commands import Deed
from accessibility.wording import wording_for
from mailbox_tui.conversing import checked_keys
from mailbox_tui.screens.key_help import keys_in_words
from mailbox_tui.screens.keymap import BINDINGS, Ground, Keymap, Move
from mailbox_tui.settings import SettingsError
from tests.tui.screens.at_the_screens import at_the_screens, desk_at


@pytest.mark.parametrize(
    ("key", "character", "action"),
    [
        ("down", None, Move.DOWN), ("j", "j", Move.DOWN), ("k", "k", Move.UP),
        ("enter", "\r", Move.CHOOSE), ("escape", "\x1b", Move.GO_BACK),
        ("q", "q", Move.BACK_OR_LEAVE), ("slash", "/", Move.TYPE_SEARCH),
        ("l", "l", Move.TYPE_FILTER), ("d", "d", Deed.BIN), ("e", "e", Deed.ARCHIVE),
        ("a", "a", Deed.ARCHIVE), ("f", "f", Move.TOGGLE_FLAG), ("u", "u", Deed.UNDO),
        ("v", "v", Deed.DOCUMENTS), ("S", "S", Deed.SAVE), ("g", "g", Deed.FOLDERS),
        ("G", "G", Deed.DEADLINES), ("L", "L", Deed.LOG), ("colon", ":", Move.TYPE),
        ("question_mark", "?", Move.KEYS), ("space", " ", Move.PAGE_DOWN), ("z", "z", None),
    ],
)  # fmt: skip
def test_the_keys_people_know_do_what_they_expect(
    key: str, character: str | None, action: object
) -> None:
    assert Keymap({}).action(Ground.LETTERS, key, character) is action


def test_no_two_things_have_the_same_key_in_the_same_place() -> None:
    taken = [(g, key) for b in BINDINGS for g in b.grounds for key in b.keys.split()]
    assert len(taken) == len(set(taken))


def test_a_persons_own_key_takes_the_place_of_the_usual_ones() -> None:
    keymap = Keymap({"archive": "z", "undo": "f"})
    assert keymap.action(Ground.LETTERS, "z", "z") is Deed.ARCHIVE
    assert keymap.action(Ground.LETTERS, "e", "e") is None
    assert keymap.action(Ground.LETTERS, "f", "f") is Deed.UNDO  # theirs wins over a usual one
    help_lines = list(keys_in_words(keymap, Ground.LETTERS, wording_for("en")))
    assert "z: archive." in help_lines
    assert "f: undo." in help_lines
    assert not [line for line in help_lines if line.endswith("set a flag, or take it off.")]


async def test_a_key_of_ones_own_works_on_the_screen(many: str) -> None:
    async with at_the_screens(desk_at(many), keys={"archive": "z"}) as screens:
        await screens.press("z")
        assert screens.foot == "Archived. u undoes it."


def test_a_wrong_name_among_the_keys_names_the_nearest(home: Path) -> None:
    environment = {"XDG_CONFIG_HOME": str(home / "config")}
    file = home / "config" / "brevdue" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text('[keys]\narchive = "z"\n')
    assert checked_keys(environment) == {"archive": "z"}
    file.write_text('[keys]\narchiv = "z"\n')
    with pytest.raises(SettingsError) as wrong:
        checked_keys(environment)
    assert (wrong.value.key, wrong.value.nearest) == ("archiv", "archive")


@pytest.mark.parametrize("ground", list(Ground))
@pytest.mark.parametrize("language", ["en", "da"])
def test_the_help_names_every_key(ground: Ground, language: str) -> None:
    lines = list(keys_in_words(Keymap({}), ground, wording_for(language)))
    about_numbers = 0 if ground is Ground.ANSWER else 1
    assert len(lines) == about_numbers + sum(ground in binding.grounds for binding in BINDINGS)
    assert all(line.endswith((".", "?")) for line in lines)
