"""`brevdue-post`: the operator's command. One line a letter, then one line with counts."""

import argparse
import asyncio
import logging
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import aclosing, suppress
from datetime import UTC, datetime
from functools import partial

from accessibility.documents.emptying import keep_reading, read_waiting
from accessibility.documents.reading import document_reader
from accessibility.plain_text import json_text, one_line
from accessibility.refusals import refusal
from accessibility.wording import Say, language_of_environment, wording_for
from mailbox_store.model.errors import (
    MailboxError,
    NotAllowed,
    NotANumber,
    StoreError,
    StoreMissing,
    StoreNotAllowed,
    StoreTooNew,
    StoreUnsuitable,
)
from mailbox_store.opening import open_store
from mailbox_store.settings import default_store_url
from post_office.arguments import parser_for
from post_office.arrival import take_in_paths
from post_office.drop_folder import watch
from post_office.register_command import answer_registered, change_register
from post_office.routing import DeliverRouting
from post_office.telling import Tally, counts_of, facts_about, line_about, lines_about_all

DONE, FAILED, MISUSED, NOT_ALLOWED = range(4)

_STORE_RETRY = 10.0  # seconds until a watcher tries a store in trouble again

_NOT_MENDED_BY_WAITING = (StoreMissing, StoreTooNew, StoreUnsuitable)

log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `brevdue-post`; give its exit code."""
    say = wording_for(language_of_environment(os.environ))
    parser = parser_for(say, default_store_url(os.environ))
    asked = parser.parse_args(arguments)
    if asked.verb in ("register", "unregister") and (asked.number is None) == (
        asked.authority is None
    ):
        parser.error(say("Give either a NUMBER or --authority NUMBER."))
    try:
        return asyncio.run(_run(asked, say))
    except MailboxError as error:
        _tell_error(refusal(error, say))
        return _exit_code(error)
    except KeyboardInterrupt:
        _tell_error(say("Stopped. What was told as stored is kept; the rest can be taken again."))
        return FAILED
    except BrokenPipeError:
        # Nobody reads on: end quietly, and let Python's own last flush find nothing to do.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception:
        log.exception("brevdue-post failed")
        _tell_error(say("Something went wrong that should not. What was told as stored is kept."))
        return FAILED


async def _run(asked: argparse.Namespace, say: Say) -> int:
    match asked.verb:
        case "deliver":
            return await _deliver(asked, say)
        case "watch":
            return await _watch(asked, say)
        case "registered":
            async with open_store(asked.store, now=_now) as store:
                for line in await answer_registered(asked, store, say):
                    _tell(line)
            return DONE
        case _:
            makes = asked.verb == "register"
            async with open_store(asked.store, make=makes, now=_now) as store:
                _tell(await change_register(asked, store, say, now=_now))
            return DONE


async def _deliver(asked: argparse.Namespace, say: Say) -> int:
    tally = Tally()
    first = True
    async with open_store(asked.store, make=asked.register, now=_now) as store:
        routing = DeliverRouting(store, now=_now, register=asked.register)
        await store.release_held(at=_now())
        arriving = take_in_paths(asked.paths, into=store, routing=routing, now=_now)
        if asked.json:
            _tell('{"letters": [')
        try:
            async with aclosing(arriving) as letters:
                async for arrived in letters:
                    tally.add(arrived)
                    if asked.json:
                        _tell(("" if first else ",") + json_text(facts_about(arrived, say)))
                    else:
                        _tell(line_about(arrived, say))
                    first = False
            with document_reader() as reader:
                await read_waiting(store.reading_queue, reader=reader, now=_now)
        finally:
            # Also when the store failed half-way: what was stored is told, and the JSON is whole.
            if asked.json:
                _tell('], "counts": ' + json_text(counts_of(tally)) + "}")
            else:
                _tell(lines_about_all(tally, say))
    return FAILED if tally.refused else DONE


async def _watch(asked: argparse.Namespace, say: Say) -> int:
    if not asked.folder.is_dir():
        folder = one_line(str(asked.folder))
        _tell_error(say("There is no folder {folder}. Make it first.", folder=folder))
        return FAILED
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    tally = Tally()
    while True:
        try:
            await _watch_store(asked, say, stop, tally)
        except StoreError as error:
            if asked.once or stop.is_set() or isinstance(error, _NOT_MENDED_BY_WAITING):
                raise
            _tell_error(refusal(error, say))
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), _STORE_RETRY)
        except OSError:
            log.exception("the drop folder cannot be used")
            folder = one_line(str(asked.folder))
            _tell_error(
                say(
                    "The folder {folder} cannot be used. Every file stays where it is. "
                    "Look at who may write there.",
                    folder=folder,
                )
            )
            return FAILED
        if stop.is_set() or asked.once:
            break
    _tell(lines_about_all(tally, say))
    return FAILED if asked.once and tally.refused else DONE


async def _watch_store(
    asked: argparse.Namespace, say: Say, stop: asyncio.Event, tally: Tally
) -> None:
    """Watch with the store open, until a stop or until the store is in trouble."""
    async with open_store(asked.store, now=_now) as store:
        watching = watch(
            asked.folder,
            into=store,
            routing=DeliverRouting(store, now=_now),
            now=_now,
            say=say,
            stop=stop,
            settle=asked.settle,
            once=asked.once,
        )
        with document_reader() as reader:
            reading = asyncio.create_task(keep_reading(store, reader=reader, now=_now))
            try:
                async with aclosing(watching) as letters:
                    async for arrived in letters:
                        tally.add(arrived)
                        _tell(line_about(arrived, say))
                if asked.once:
                    await read_waiting(store.reading_queue, reader=reader, now=_now)
            finally:
                reading.cancel()
                with suppress(asyncio.CancelledError, StoreError):
                    await reading


def _exit_code(error: MailboxError) -> int:
    if isinstance(error, NotANumber):
        return MISUSED
    return NOT_ALLOWED if isinstance(error, NotAllowed | StoreNotAllowed) else FAILED


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _tell_error(line: str) -> None:
    sys.stderr.write(f"{line}\n")


_now = partial(datetime.now, UTC)
