"""What may be typed after the verbs about chats."""

import argparse

from accessibility.wording import Say


def link_options(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add what `link` takes."""
    parser.add_argument(
        "channel", metavar="CHANNEL", help=say("where the chat is: telegram, or console")
    )
    parser.add_argument(
        "--json", action="store_true", help=say("answer as JSON, and do not wait for the chat")
    )


def chats_options(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add what `chats` takes."""
    parser.add_argument(
        "deed", nargs="?", default="", metavar="DEED",
        help=say("accept, refuse, level or unlink; none: list the chats"),
    )  # fmt: skip
    parser.add_argument(
        "chat", nargs="?", default="", metavar="CHAT", help=say("the chat's number or name")
    )
    parser.add_argument(
        "level", nargs="?", default="", metavar="LEVEL",
        help=say("0 off, 1 notify, 2 summary, 3 text, 4 voice"),
    )  # fmt: skip
    parser.add_argument("--all", action="store_true", help=say("with unlink: every chat"))
    parser.add_argument("--yes", action="store_true", help=say("do not ask"))
    parser.add_argument("--json", action="store_true", help=say("answer as JSON"))


def pin_options(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add what `pin` takes. Words are taken only to be refused without being shown again."""
    parser.add_argument("words", nargs="*", help=argparse.SUPPRESS)
    parser.add_argument(
        "--stdin", action="store_true", help=say("take the PIN from one line of stdin, unasked")
    )
