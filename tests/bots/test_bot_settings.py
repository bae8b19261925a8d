"""The token is read with care, shown nowhere, and logged by nobody."""

import logging
from pathlib import Path

import pytest

from bots.keeping_quiet import BlottingFormatter, log_without, whereabouts
from bots.settings import BotSettingsError, read_settings
from bots.telegram.leader import AnotherBotRuns, leading

TOKEN = "4200000042:AAExampleExampleExample"


def test_the_token_comes_from_the_environment_or_from_a_private_file(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(TOKEN + "\n")
    file.chmod(0o600)
    assert read_settings({"BOT_TOKEN": f" {TOKEN} "}).token == TOKEN
    assert read_settings({"BREVDUE_BOT_TOKEN_FILE": str(file)}).token == TOKEN


@pytest.mark.parametrize(
    ("mode", "words", "why"),
    [(0o620, TOKEN, "open-file"), (0o604, TOKEN, "open-file"), (0o600, " \n", "empty-file")],
)
def test_a_file_that_others_may_read_or_without_a_token_is_refused(
    tmp_path: Path, mode: int, words: str, why: str
) -> None:
    file = tmp_path / "token"
    file.write_text(words)
    file.chmod(mode)
    with pytest.raises(BotSettingsError) as refused:
        read_settings({"BREVDUE_BOT_TOKEN_FILE": str(file)})
    assert refused.value.why == why


def test_without_a_token_or_its_file_there_is_no_bot(tmp_path: Path) -> None:
    with pytest.raises(BotSettingsError, match="no-token"):
        read_settings({"BOT_TOKEN": " "})
    with pytest.raises(BotSettingsError, match="no-file"):
        read_settings({"BREVDUE_BOT_TOKEN_FILE": str(tmp_path / "missing")})


def test_the_addresses_are_telegrams_unless_others_are_named() -> None:
    ours = read_settings({"BOT_TOKEN": TOKEN, "TELEGRAM_BASE_URL": "http://127.0.0.1:1/bot"})
    assert ours.base_url == "http://127.0.0.1:1/bot"
    assert ours.base_file_url == "https://api.telegram.org/file/bot"


def test_the_settings_show_no_token() -> None:
    assert "AAExample" not in repr(read_settings({"BOT_TOKEN": TOKEN}))


def test_a_line_of_the_log_holds_no_secret_however_it_came_there() -> None:
    formatter = BlottingFormatter([TOKEN])
    try:
        raise ValueError(f"https://host/bot{TOKEN.replace(':', '%3A')}/getMe")  # noqa: EM102, TRY301
    except ValueError as error:
        record = logging.LogRecord("x", logging.ERROR, "f", 1, "at %s", (TOKEN,), None)
        record.exc_info = (type(error), error, error.__traceback__)
        line = formatter.format(record)
    assert "AAExample" not in line
    assert line.count("[secret]") >= 2


def test_libraries_that_log_addresses_or_bodies_are_quiet_at_every_level() -> None:
    root, level = logging.getLogger(), logging.getLogger().level
    handlers = list(root.handlers)
    try:
        log_without([TOKEN], logging.DEBUG)
        assert not logging.getLogger("httpx").isEnabledFor(logging.INFO)
        assert not logging.getLogger("httpcore.http11").isEnabledFor(logging.DEBUG)
        assert not logging.getLogger("telegram.Bot").isEnabledFor(logging.CRITICAL)
        assert logging.getLogger("bots.desk").isEnabledFor(logging.DEBUG)
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)


def test_where_an_error_happened_is_told_without_its_words() -> None:
    try:
        {"sender": 1}["Rigshospitalet"]
    except KeyError as error:
        told = whereabouts(error)
    assert told.startswith("KeyError in test_where_an_error_happened")
    assert "Rigshospitalet" not in told


def test_only_one_bot_leads_a_store(tmp_path: Path) -> None:
    store = tmp_path / "mailbox.db"
    with leading(store), pytest.raises(AnotherBotRuns), leading(store):
        pass
    with leading(store):
        pass
