"""What may be typed after `brevdue`: one argparse parser for each verb, made when it is needed."""

import argparse

from accessibility.wording import Say
from mailbox_tui.verb_options import OPTIONS, add_looks
from mailbox_tui.verbs import VERBS, Verb

_WITH_VALUE = ("--store", "--mailbox", "--language", "--look")


def split_verb(arguments: list[str]) -> tuple[str | None, list[str]]:
    """Find the verb among the arguments; global options may stand on either side of it."""
    skip = False
    for at, argument in enumerate(arguments):
        if skip:
            skip = False
        elif argument in _WITH_VALUE:
            skip = True
        elif not argument.startswith("-"):
            return argument, [*arguments[:at], *arguments[at + 1 :]]
    return None, arguments


def parser_for(verb: Verb | None, say: Say) -> argparse.ArgumentParser:
    """Make the parser of a verb; of no verb: that of the mailbox opened to stay in."""
    prog = f"brevdue {verb.name}" if verb else "brevdue"
    parser = argparse.ArgumentParser(
        prog=prog, description=say(verb.help) if verb else None, allow_abbrev=False
    )
    if verb is None:
        add_looks(parser, say)
    else:
        OPTIONS[verb.name](parser, say)
    add_global_options(parser, say)
    return parser


def whole_parser(say: Say) -> argparse.ArgumentParser:
    """Make one parser with every verb, for shell completion."""
    parser = argparse.ArgumentParser(prog="brevdue", allow_abbrev=False)
    add_looks(parser, say)
    add_global_options(parser, say)
    verbs = parser.add_subparsers(metavar="VERB")
    for verb in VERBS.values():
        one = verbs.add_parser(verb.name, help=say(verb.help), allow_abbrev=False)
        OPTIONS[verb.name](one, say)
        add_global_options(one, say)
    return parser


def add_global_options(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the options every verb has."""
    group = parser.add_argument_group(say("everywhere"))
    group.add_argument(
        "--store", metavar="URL", default="", help=say("the store, such as sqlite:///PATH")
    )
    group.add_argument(
        "--mailbox", metavar="NUMBER", default="", help=say("whose mailbox: a number, or M1")
    )
    group.add_argument("--language", choices=("da", "en"), help=say("the language to speak"))
    group.add_argument("--plain", action="store_true", help=say("plain lines, no screens"))
    group.add_argument(
        "--debug", action="store_true", help=say("show where in the program an error arose")
    )
