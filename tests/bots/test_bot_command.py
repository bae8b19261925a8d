"""`brevdue-bot` says in one line what is missing, and never shows its token."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from tests.bots.stand_in import TOKEN, StandIn

ROOT = Path(__file__).parent.parent.parent
_PATIENCE = 15  # seconds


async def bot(*arguments: str, **environment: str) -> tuple[int, str, str]:
    """Run the command to its end; give its exit code and what it said."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bots", *arguments,
        env={**os.environ, **environment}, cwd=ROOT,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, err = await asyncio.wait_for(process.communicate(), _PATIENCE)
    return process.returncode or 0, out.decode(), err.decode()


async def test_check_says_as_whom_the_token_speaks(telegram: StandIn) -> None:
    assert await bot("--check", **telegram.environment) == (
        0, "The token works. The bot is @brevdue_example_bot.\n", "",
    )  # fmt: skip


@pytest.mark.parametrize("token", ["4200000042:AAWrongWrongWrongWrong", "wrong", "a b\n\nc/../d"])
async def test_a_wrong_token_is_one_line_and_exit_2(telegram: StandIn, token: str) -> None:
    code, out, err = await bot("--check", "--debug", **{**telegram.environment, "BOT_TOKEN": token})
    assert (code, out) == (2, "")
    assert err == "Telegram does not know this token. Ask @BotFather for the bot's token.\n"


async def test_no_token_is_one_line_and_exit_2(tmp_path: Path) -> None:
    code, out, err = await bot()
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "The bot has no token." in err
    code, out, err = await bot(BREVDUE_BOT_TOKEN_FILE=str(tmp_path / "missing"))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "cannot be read" in err


async def test_a_token_anybody_may_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(TOKEN)
    file.chmod(0o644)
    code, _, err = await bot("--check", BREVDUE_BOT_TOKEN_FILE=str(file))
    assert code == 2
    assert f"chmod 600 {file}" in err


async def test_no_store_is_one_line_and_exit_2(telegram: StandIn) -> None:
    code, out, err = await bot(**telegram.environment)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "There is no mailbox at" in err


async def test_check_without_a_network_says_so() -> None:
    code, out, err = await bot(
        "--check", BOT_TOKEN=TOKEN, TELEGRAM_BASE_URL="http://127.0.0.1:9/bot"
    )
    assert (code, out) == (1, "")
    assert err == "Telegram cannot be reached (NetworkError). The token could not be tried.\n"
