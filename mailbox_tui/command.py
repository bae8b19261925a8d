"""`brevdue`: reads what was typed, prepares the desk, calls the verb, turns errors into words."""

import asyncio
import importlib
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Coroutine, Mapping
from typing import cast

from accessibility.argparse_words import translate_argparse
from accessibility.plain_text import one_line
from accessibility.wording import Say, language_of_environment, wording_for
from mailbox_store.model.errors import MailboxError, NotAllowed, NotANumber
from mailbox_store.opening import utc_now
from mailbox_store.settings import STORE_VARIABLE, default_store_url
from mailbox_tui.arguments import parser_for, split_verb
from mailbox_tui.closed_streams import open_closed_streams
from mailbox_tui.desk import Desk, StoppedError, WhichMailboxError
from mailbox_tui.output import output_for_process
from mailbox_tui.settings import Settings, SettingsError, read_settings
from mailbox_tui.troubles import TROUBLES, settings_refusal, system_refusal, told
from mailbox_tui.verbs import Verb, nearest_verb, verb_named

DONE, FAILED, MISUSED, NOT_PERMITTED = 0, 1, 2, 3
_INTERRUPTED = 130  # what shells give for ctrl-C

Run = Callable[[Desk, Namespace], Coroutine[None, None, int]]


def main(arguments: list[str] | None = None) -> int:
    """Run `brevdue` and give its exit code."""
    typed = sys.argv[1:] if arguments is None else arguments
    open_closed_streams()
    try:
        code = _run(typed, os.environ)
        sys.stdout.flush()
    except BrokenPipeError:
        _give_up_stdout()  # whoever read has gone
        return DONE
    except OSError as error:  # the answer could not be written: a full disk, say
        _give_up_stdout()
        say = wording_for(_language_asked(typed) or language_of_environment(os.environ))
        sys.stderr.write(system_refusal(error, say).strip() + "\n")
        return FAILED
    except KeyboardInterrupt:
        if sys.stderr.isatty():  # the shell's prompt shall not stand behind ours
            sys.stderr.write("\n")
        return _INTERRUPTED
    return code


def _give_up_stdout() -> None:
    """Let what is left of the answer go nowhere, so that the flush at exit does not complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(typed: list[str], environment: Mapping[str, str]) -> int:
    out = output_for_process(environment)
    language = _language_asked(typed) or language_of_environment(environment)
    say = wording_for(language)
    try:
        settings = read_settings(environment)
    except SettingsError as error:
        out.message(settings_refusal(error, say))
        return MISUSED
    except OSError as error:
        out.message(system_refusal(error, say))
        return FAILED
    if not _language_asked(typed) and settings.language:
        say = wording_for(settings.language)
    translate_argparse(say)
    word, rest = split_verb(typed)
    verb = verb_named(word) if word is not None else None
    if word is not None and verb is None:
        out.message(_unknown_verb(word, say))
        return MISUSED
    if verb is None and (answer := _about_the_program(rest, say)) is not None:
        out.answer(answer)
        return DONE
    try:
        options = parser_for(verb, say).parse_args(rest)
    except SystemExit as leaving:  # argparse said its piece
        return int(leaving.code or 0)
    desk = Desk(
        say=say,
        out=out,
        now=utc_now,
        environment=environment,
        settings=settings,
        store_url=_store_url(options, settings, environment),
        mailbox_name=options.mailbox or settings.mailbox,
    )
    options.verb = verb.name if verb else ""
    return _guarded(desk, verb, options)


def _guarded(desk: Desk, verb: Verb | None, options: Namespace) -> int:
    """Run a verb; whatever goes wrong becomes a sentence and an exit code."""
    run = _function(verb)
    try:
        return asyncio.run(run(desk, options))
    except BrokenPipeError:
        raise
    except TROUBLES as error:
        if options.debug and isinstance(error, MailboxError | OSError):
            raise
        desk.out.message(told(error, desk.say))
        return exit_code(error)
    except Exception as error:  # the border: a person gets a sentence, a developer --debug
        if options.debug:
            raise
        desk.out.message(
            desk.say(
                "Something went wrong inside Brevdue ({kind}). No letter was lost. "
                "Try again with --debug to see where.",
                kind=type(error).__name__,
            )
        )
        return FAILED


def exit_code(error: Exception) -> int:
    """Give the exit code of a trouble."""
    match error:
        case StoppedError():
            return error.code
        case NotAllowed():
            return NOT_PERMITTED
        case NotANumber() | SettingsError() | WhichMailboxError():
            return MISUSED
    return FAILED


def _function(verb: Verb | None) -> Run:
    place = verb.place if verb else "conversing:run_session"
    module, _, name = place.partition(":")
    return cast("Run", getattr(importlib.import_module(f"mailbox_tui.{module}"), name))


def _about_the_program(rest: list[str], say: Say) -> str | None:
    if "--version" in rest:
        from mailbox_tui.about import version  # 20 ms: only when asked

        return f"Brevdue {version()}"
    if "--help" in rest or "-h" in rest:
        from mailbox_tui.about import help_text  # only when asked

        return help_text(say)
    return None


def _unknown_verb(word: str, say: Say) -> str:
    typed = one_line(word, limit=80)
    if nearest := nearest_verb(word, danish=say.language == "da"):
        return say("I do not know “{word}”. Did you mean {nearest}?", word=typed, nearest=nearest)
    return say("I do not know “{word}”. “brevdue --help” lists what there is.", word=typed)


def _language_asked(typed: list[str]) -> str:
    """Find --language before anything else is said."""
    for at, argument in enumerate(typed):
        if argument == "--language" and at + 1 < len(typed):
            return typed[at + 1]
        if argument.startswith("--language="):
            return argument.partition("=")[2]
    return ""


def _store_url(options: Namespace, settings: Settings, environment: Mapping[str, str]) -> str:
    if options.store:
        return str(options.store)
    if settings.store and not environment.get(STORE_VARIABLE):
        return settings.store
    return default_store_url(environment)
