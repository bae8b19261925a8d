"""`brevdue-bot`: reads what was typed, opens the store, runs the bot, turns errors into words."""

import asyncio
import logging
import os
import signal
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence

from accessibility.argparse_words import translate_argparse
from accessibility.refusals import refusal
from accessibility.wording import Say, language_of_environment, wording_for
from bots.arguments import parser_for
from bots.keeping_quiet import innermost, log_without, whereabouts
from bots.settings import BotSettings, BotSettingsError, WebhookSettings, read_settings
from bots.telling import Troubles, tell
from mailbox_store.model.errors import StoreError
from mailbox_store.opening import open_store, path_of, utc_now
from mailbox_store.settings import default_store_url

DONE, FAILED, MISUSED = range(3)

log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `brevdue-bot`; give its exit code."""
    say = wording_for(language_of_environment(os.environ))
    translate_argparse(say)
    asked = parser_for(say, default_store_url(os.environ)).parse_args(arguments)
    try:
        return asyncio.run(_run(asked, say, os.environ))
    except KeyboardInterrupt:
        return DONE
    except Exception as error:  # noqa: BLE001 - the border: a person gets a sentence
        return _told(error, say)


def _told(error: Exception, say: Say) -> int:
    match innermost(error):
        case BotSettingsError() as unfit:
            tell(_about_settings(unfit, say))
            return MISUSED
        case StoreError() as trouble:
            tell(refusal(trouble, say))
            return MISUSED
        case cause:
            log.critical("brevdue-bot failed: %s", whereabouts(error))
            tell(say("Something went wrong inside Brevdue ({kind}). No letter was lost. "
                     "Start the bot again.", kind=type(cause).__name__))  # fmt: skip
            return FAILED


async def _run(asked: Namespace, say: Say, environment: Mapping[str, str]) -> int:
    level = logging.DEBUG if asked.debug else logging.WARNING
    if asked.console:
        from bots.console.app import run_console  # only where it is asked for

        log_without((), level)
        async with open_store(asked.store, now=utc_now) as store:
            return await run_console(store, say=say, environment=environment)
    settings = read_settings(environment)
    log_without((settings.token,), level)
    if asked.check:
        return await _check(settings, say)
    return await _run_telegram(asked, settings, say, environment)


async def _check(settings: BotSettings, say: Say) -> int:
    from bots.telegram.app import WrongToken  # 150 ms: not for a misused command
    from bots.telegram.checking import NotReached, checked_name

    try:
        name = await checked_name(settings)
    except WrongToken:
        tell(_wrong_token(say))
        return MISUSED
    except NotReached as error:
        tell(say("Telegram cannot be reached ({kind}). The token could not be tried.",
                 kind=error.why))  # fmt: skip
        return FAILED
    sys.stdout.write(say("The token works. The bot is @{name}.", name=name) + "\n")
    return DONE


async def _run_telegram(
    asked: Namespace, settings: BotSettings, say: Say, environment: Mapping[str, str]
) -> int:
    from bots.replying import (  # the whole conversation: not for a misused command
        desk_of,
        notices_of,
    )
    from bots.telegram.app import WebhookRefused, WrongToken, run_telegram  # 150 ms, as above
    from bots.telegram.leader import AnotherBotRuns, leading
    from bots.telegram.updates import CHANNEL

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    webhook = None
    if asked.webhook:
        webhook = WebhookSettings(url=asked.webhook, listen=asked.listen, port=asked.port)
    async with open_store(asked.store, now=utc_now) as store:
        try:
            with leading(path_of(asked.store)):
                await run_telegram(
                    settings,
                    store,
                    webhook=webhook,
                    make_desk=lambda channel: desk_of(store, channel, environment, now=utc_now),
                    notices=notices_of(store, CHANNEL, now=utc_now),
                    now=utc_now,
                    stop=stop,
                    troubles=Troubles(say),
                )
        except AnotherBotRuns:
            tell(say("Another bot runs for this mailbox. Only one may. This one stops."))
            return FAILED
        except WrongToken:
            tell(_wrong_token(say))
            return MISUSED
        except WebhookRefused:
            tell(say("Telegram does not post to {url}. It wants https, and port 443, 80, 88 or "
                     "8443.", url=asked.webhook))  # fmt: skip
            return MISUSED
    return DONE


def _wrong_token(say: Say) -> str:
    return say("Telegram does not know this token. Ask @BotFather for the bot's token.")


def _about_settings(error: BotSettingsError, say: Say) -> str:
    match error.why:
        case "no-token":
            return say("The bot has no token. Put it into a file that only you may read, and its "
                       "path into BREVDUE_BOT_TOKEN_FILE; or into BOT_TOKEN.")  # fmt: skip
        case "open-file":
            return say("Others may read the token in {file}. Change that first: chmod 600 {file}",
                       file=error.file)  # fmt: skip
        case "empty-file":
            return say("There is no token in {file}.", file=error.file)
    return say("The token in {file} cannot be read.", file=error.file)
