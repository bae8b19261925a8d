"""A person's settings: kept in a private file, the environment wins, slips are named."""

from pathlib import Path

import pytest

from mailbox_tui.settings import (
    Settings,
    SettingsError,
    change_setting,
    read_settings,
    settings_file,
)


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    return {"HOME": str(tmp_path)}


def test_without_a_file_everything_is_as_the_surroundings_say(home: dict[str, str]) -> None:
    assert read_settings(home) == Settings()


def test_a_setting_is_kept_privately_and_forgotten_by_an_empty_value(home: dict[str, str]) -> None:
    change_setting(home, "mailbox", 'M1 "x"')
    change_setting(home, "lines_per_page", "30")
    assert read_settings(home) == Settings(mailbox='M1 "x"', lines_per_page=30)
    assert settings_file(home).stat().st_mode & 0o777 == 0o600
    change_setting(home, "mailbox", "")
    assert read_settings(home) == Settings(lines_per_page=30)


def test_what_others_keep_in_the_file_stays(home: dict[str, str]) -> None:
    path = settings_file(home)
    path.parent.mkdir(parents=True)
    path.write_text('[speech]\nrate = 3\n\n[terminal]\nlanguage = "da"\n\n[other]\na = 1\n')
    change_setting(home, "language", "en")
    assert read_settings(home).language == "en"
    assert "[speech]\nrate = 3" in path.read_text()
    assert "[other]\na = 1" in path.read_text()


def test_the_environment_wins(home: dict[str, str]) -> None:
    change_setting(home, "language", "en")
    change_setting(home, "letters_per_page", "5")
    more = {**home, "BREVDUE_LANGUAGE": "da_DK.UTF-8", "BREVDUE_LETTERS_PER_PAGE": "7"}
    assert read_settings(more) == Settings(language="da", letters_per_page=7)


@pytest.mark.parametrize(
    ("key", "value", "why"),
    [
        ("lines_per_pages", "3", "key"),
        ("lines_per_page", "0", "value"),
        ("lines_per_page", "many", "value"),
        ("language", "fr", "value"),
    ],
)
def test_a_slip_changes_nothing(home: dict[str, str], key: str, value: str, why: str) -> None:
    with pytest.raises(SettingsError) as refused:
        change_setting(home, key, value)
    assert refused.value.why == why
    assert not settings_file(home).exists()


def test_a_file_that_is_no_settings_is_left_as_it_is(home: dict[str, str]) -> None:
    path = settings_file(home)
    path.parent.mkdir(parents=True)
    path.write_text("not toml [")
    with pytest.raises(SettingsError):
        change_setting(home, "language", "da")
    assert path.read_text() == "not toml ["
